using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Reading.ObjectModel;

/// <summary>The OpenAPI library on a tree: no network, no files, no rules of its own beyond what it needs to build its objects.</summary>
internal static class ObjectModelReader
{
    // Never opened: every reference is local by now.
    private static readonly Uri s_location = new("https://cfgen.invalid/openapi.json");

    public static ReadResult Read(JsonNode root) => new OpenApiJsonReader().Read(root, s_location, new OpenApiReaderSettings
    {
        LoadExternalRefs = false,
        CustomExternalLoader = NoLoader.Instance,
        RuleSet = new ValidationRuleSet(),
    });

    private sealed class NoLoader : IStreamLoader
    {
        public static NoLoader Instance { get; } = new();

        public Task<Stream> LoadAsync(Uri baseUrl, Uri uri, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("A generator opens nothing.");
    }
}
