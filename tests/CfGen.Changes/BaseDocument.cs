using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.Changes.Consumers;
using CfGen.Generator.Listing;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Changes;

/// <summary>A document before the change, its client, and code that uses all of the client.</summary>
internal sealed class BaseDocument
{
    // Parts of real APIs, by different authors.
    private static readonly string[] s_corpus =
    [
        "redocly-museum.yaml",
        "traintravel-api.yaml",
        "redocly-pets.yaml",
        "vonage-verify.yaml",
        "xero-files.yaml",
        "giphy-api.yaml",
        "firecracker.json",
        "grafana-tempo.yaml",
    ];

    private readonly JsonObject _root;

    private BaseDocument(string name, JsonObject root)
    {
        Name = name;
        _root = root;
        var client = ClientUnderTest.Generate(root);
        Listing = client.Listing ?? throw new InvalidOperationException($"Nothing is generated from '{name}'.");
        Code = ConsumerWriter.Write(client.Files);
        Consumer = ClientUnderTest.Parse(Code);
        Errors = client.Compile(Consumer);
    }

    public string Name { get; }

    public ApiListing Listing { get; }

    /// <summary>The code that uses the client.</summary>
    public string Code { get; }

    public SyntaxTree Consumer { get; }

    /// <summary>The errors of the code with its own client: there must be none.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>Returns a copy of the document to change.</summary>
    public JsonObject Copy() => (JsonObject)_root.DeepClone();

    /// <summary>Reads the documents of the project, and those of the corpus where it is there.</summary>
    public static IReadOnlyList<BaseDocument> ReadAll(bool hasCorpus)
    {
        List<BaseDocument> documents = [];
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            documents.Add(Create(name, reader.ReadToEnd()));
        }

        foreach (string name in hasCorpus ? s_corpus : [])
        {
            if (SharedFolder.Find("corpus/" + name) is { } path)
                documents.Add(Create(name, File.ReadAllText(path)));
        }

        return documents;
    }

    private static BaseDocument Create(string name, string text) =>
        new(name, (JsonObject)TextParser.Parse(new DocumentText(name, SourceText.From(text)), CancellationToken.None).Root!.DeepClone());
}
