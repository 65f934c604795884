using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>Reads a tree with the OpenAPI library, without network, files and validation rules.</summary>
internal static class ObjectModelReader
{
    // The number of schemas. The library needs 0.1 ms for each, with everything that uses it.
    private const int ParallelThreshold = 500;

    // One of five paths is moved, because paths take longer than the components that they use.
    private const int PathsPerMovedPath = 5;

    // The location is never opened, because every reference is local.
    private static readonly Uri s_location = new("https://cfgen.invalid/openapi.json");

    /// <summary>Returns the document of a tree and the errors of the library. A large document is read in two parts in parallel.</summary>
    public static (OpenApiDocument? Document, IEnumerable<OpenApiError> Errors) Read(JsonObject root)
    {
        // The components of Swagger 2.0 cannot be read apart from the paths.
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
    /// Reads the components and some of the paths on another thread. The library resolves a reference by name when it is used, so it is
    /// enough that both parts have the same components in the end.
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
            // The tree must be complete again, even if this part fails.
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

    /// <summary>
    /// Creates a document with the components and the members that the library needs for any document, such as the version.
    /// </summary>
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
