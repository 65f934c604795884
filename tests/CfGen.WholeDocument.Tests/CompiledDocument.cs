using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.Generator.Tests;
using CfGen.Generator.Tests.Hosting;
using CfGen.WholeDocument.Tests.Schemas;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// The whole Cloudflare document as one item, generated, compiled and loaded once for all tests: it takes half a minute and a gigabyte.
/// </summary>
public sealed class CompiledDocument : IDisposable
{
    private readonly Lazy<GeneratorRun> _run;
    private readonly Lazy<LoadedConsumer> _consumer;
    private string _path = "";

    public CompiledDocument()
    {
        _run = new(() =>
            GeneratorHost.Generate(
                new TestDocument("/project/cloudflare.json", File.ReadAllText(_path))
                    .With("Namespace", "Acme.Cloudflare")
                    .With("ClientName", "CloudflareClient")
                    .With("Json", "both")
            )
        );
        _consumer = new(() => _run.Value.Load());
        Root = null!;
    }

    internal GeneratorRun Run => _run.Value;

    public Assembly Assembly => _consumer.Value.Assembly;

    /// <summary>The document's raw tree.</summary>
    public JsonObject Root { get; private set; }

    /// <summary>False, after saying so, where the document is not on this machine.</summary>
    public bool IsAvailable(ITestOutputHelper output)
    {
        if (SharedData.Find("corpus/cloudflare-api-2024-08-06.json", output) is not { } path)
            return false;
        _path = path;
        if (Root is null)
        {
            Root = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
            DocumentConstants.Collect(Root);
        }

        return true;
    }

    public void Dispose()
    {
        if (_consumer.IsValueCreated)
            _consumer.Value.Dispose();
    }
}

/// <summary>Tests that share the one compiled document.</summary>
[CollectionDefinition(Name)]
public sealed class CompiledDocumentGroup : ICollectionFixture<CompiledDocument>
{
    public const string Name = "The whole document";
}
