using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>The OpenAPI library on a tree: no network, no files, no rules of its own beyond what it needs to build its objects.</summary>
internal static class ObjectModelReader
{
    // Of schemas: the library takes 0.1 ms for each and what uses it.
    private const int ParallelThreshold = 500;

    // One path in five: paths take longer than the components that they use.
    private const int PathsPerMovedPath = 5;

    // Never opened: every reference is local by now.
    private static readonly Uri s_location = new("https://cfgen.invalid/openapi.json");

    /// <summary>The document of a tree, and what the library says about it. A large one is read in halves, one beside the other.</summary>
    public static (OpenApiDocument? Document, IEnumerable<OpenApiError> Errors) Read(JsonObject root)
    {
        // The components of 2.0 are read together with what uses them.
        ReadResult result =
            root.ContainsKey("openapi")
            && root["components"] is JsonObject components
            && components["schemas"] is JsonObject { Count: >= ParallelThreshold }
                ? ReadInParallel(root, components)
                : ReadWhole(root);
        return (result.Document, result.Diagnostic?.Errors ?? []);
    }

    private static ReadResult ReadWhole(JsonNode root) =>
        new OpenApiJsonReader().Read(
            root,
            s_location,
            new OpenApiReaderSettings
            {
                LoadExternalRefs = false,
                CustomExternalLoader = NoLoader.Instance,
                RuleSet = new ValidationRuleSet(),
            }
        );

    /// <summary>
    /// The components and some of the paths on another thread. A reference is followed by name when it is asked for, so it is enough
    /// that both halves come to the same components in the end.
    /// </summary>
    private static ReadResult ReadInParallel(JsonObject root, JsonObject components)
    {
        root.Remove("components");
        JsonObject apart = CreateComponentsDocument(root, components);
        KeyValuePair<string, JsonNode?>[] paths = root["paths"] is JsonObject all ? [.. all] : [];
        MoveMembers(paths.Skip(paths.Length - (paths.Length / PathsPerMovedPath)), root["paths"], apart["paths"]);
        Task<ReadResult> reading = Task.Run(() => ReadWhole(apart));
        ReadResult result;
        try
        {
            result = ReadWhole(root);
        }
        finally
        {
            // Also where this half fails: the tree is to be whole again before anyone looks at it.
            reading.WaitForCompletion();
            MoveMembers([.. (JsonObject)apart["paths"]!], apart["paths"], root["paths"]);
            apart.Remove("components");
            root["components"] = components;
        }

        ReadResult other = reading.GetAwaiter().GetResult();
        OpenApiDocument document = result.Document!;
        document.Components = other.Document!.Components;
        document.Workspace = other.Document.Workspace;
        foreach (KeyValuePair<string, IOpenApiPathItem> path in other.Document.Paths)
            document.Paths.Add(path.Key, path.Value);
        foreach (OpenApiError error in other.Diagnostic?.Errors ?? [])
            result.Diagnostic!.Errors.Add(error);
        return result;
    }

    /// <summary>A document of the components alone, and of what the library goes by in reading any: versions, the base of references.</summary>
    private static JsonObject CreateComponentsDocument(JsonObject root, JsonObject components)
    {
        var apart = new JsonObject
        {
            ["info"] = root["info"]?.DeepClone(),
            ["paths"] = new JsonObject(),
            ["components"] = components,
        };
        foreach (KeyValuePair<string, JsonNode?> member in root)
        {
            if (member.Value is JsonValue)
                apart[member.Key] = member.Value.DeepClone();
        }

        return apart;
    }

    private static void MoveMembers(IEnumerable<KeyValuePair<string, JsonNode?>> members, JsonNode? from, JsonNode? to)
    {
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            ((JsonObject)from!).Remove(member.Key);
            ((JsonObject)to!).Add(member);
        }
    }

    private sealed class NoLoader : IStreamLoader
    {
        public static NoLoader Instance { get; } = new();

        public Task<Stream> LoadAsync(Uri baseUrl, Uri uri, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("A generator opens nothing.");
    }
}
