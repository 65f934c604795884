using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Reading.ObjectModel;

/// <summary>The OpenAPI library on a tree: no network, no files, no rules of its own beyond what it needs to build its objects.</summary>
internal static class ObjectModelReader
{
    // Of schemas: the library takes 0.1 ms for each and what uses it.
    private const int Large = 500;

    // Never opened: every reference is local by now.
    private static readonly Uri s_location = new("https://cfgen.invalid/openapi.json");

    /// <summary>The document of a tree, and what the library says about it. A large one is read in halves, one beside the other.</summary>
    public static (OpenApiDocument? Document, IEnumerable<OpenApiError> Errors) Read(JsonObject root)
    {
        // The components of 2.0 are read together with what uses them.
        ReadResult result = root["components"] is JsonObject components && components["schemas"] is JsonObject { Count: >= Large }
            ? ReadApart(root, components)
            : ReadWhole(root);
        return (result.Document, result.Diagnostic?.Errors ?? []);
    }

    private static ReadResult ReadWhole(JsonNode root) => new OpenApiJsonReader().Read(root, s_location, new OpenApiReaderSettings
    {
        LoadExternalRefs = false,
        CustomExternalLoader = NoLoader.Instance,
        RuleSet = new ValidationRuleSet(),
    });

    /// <summary>Components on another thread: they refer to each other alone, and a reference is followed by name when it is asked for.</summary>
    private static ReadResult ReadApart(JsonObject root, JsonObject components)
    {
        root.Remove("components");
        var apart = new JsonObject { ["info"] = root["info"]?.DeepClone(), ["paths"] = new JsonObject() };
        foreach (KeyValuePair<string, JsonNode?> member in root)
        {
            if (member.Value is JsonValue) apart[member.Key] = member.Value.DeepClone();
        }

        apart["components"] = components;
        Task<ReadResult> reading = Task.Run(() => ReadWhole(apart));
        ReadResult result;
        ReadResult named;
        try
        {
            result = ReadWhole(root);
        }
        finally
        {
            // Also where the other half fails: the tree is to be whole again before anyone looks at it.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            apart.Remove("components");
            root["components"] = components;
        }

        named = reading.GetAwaiter().GetResult();
        result.Document!.Components = named.Document!.Components;
        result.Document.Workspace = named.Document.Workspace;
        foreach (OpenApiError error in named.Diagnostic?.Errors ?? []) result.Diagnostic!.Errors.Add(error);
        return result;
    }

    private sealed class NoLoader : IStreamLoader
    {
        public static NoLoader Instance { get; } = new();

        public Task<Stream> LoadAsync(Uri baseUrl, Uri uri, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("A generator opens nothing.");
    }
}
