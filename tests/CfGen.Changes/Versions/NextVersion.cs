using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Changes.Bases;
using CfGen.Changes.Mutations;

namespace CfGen.Changes.Versions;

/// <summary>A document after many changes, and the components and operations that have another name in it.</summary>
/// <param name="Root">The document.</param>
/// <param name="Changes">The kinds of changes that were made.</param>
/// <param name="Schemas">The components with another name: the old one and the new one.</param>
/// <param name="Operations">The operations with another method or path: the old ones and the new ones.</param>
internal sealed record NextVersion(
    JsonObject Root,
    IReadOnlyList<string> Changes,
    IReadOnlyList<(string Old, string New)> Schemas,
    IReadOnlyList<(string Old, string New)> Operations
)
{
    private const int Least = 10;
    private const int Most = 30;

    // A version of a real API renames more than one kind of change of a hundred does.
    private const int OneInRenames = 4;

    private static readonly Mutation[] s_renames =
    [
        .. Mutation.All.Where(m =>
            m.Name
                is "schema-renamed"
                    or "schema-renamed-and-changed"
                    or "api-path-renamed"
                    or "api-path-segment-renamed"
                    or "api-method-changed"
        ),
    ];

    /// <summary>Makes 10 to 30 changes of random kinds.</summary>
    public static NextVersion Create(BaseDocument document, int seed)
    {
        Random random = new(seed);
        JsonObject root = document.Copy();
        Dictionary<JsonObject, string> schemas = GetSchemas(root);
        Dictionary<JsonObject, string> operations = GetOperations(root);
        List<string> made = [];
        for (int count = random.Next(Least, Most + 1); made.Count < count; )
        {
            IReadOnlyList<Mutation> kinds = random.Next(OneInRenames) == 0 ? s_renames : Mutation.All;
            Mutation mutation = kinds[random.Next(kinds.Count)];
            if (mutation.Apply(root, random))
                made.Add(mutation.Name);
        }

        return new NextVersion(root, made, Pair(schemas, GetSchemas(root)), Pair(operations, GetOperations(root)));
    }

    // A change moves the object of a component or an operation, and does not copy it.
    private static List<(string, string)> Pair(Dictionary<JsonObject, string> old, Dictionary<JsonObject, string> current) =>
        [.. old.Where(o => current.TryGetValue(o.Key, out string? name) && name != o.Value).Select(o => (o.Value, current[o.Key]))];

    private static Dictionary<JsonObject, string> GetSchemas(JsonObject root)
    {
        Dictionary<JsonObject, string> schemas = new(ReferenceEqualityComparer.Instance);
        foreach (KeyValuePair<string, JsonNode?> schema in root["components"]?["schemas"] as JsonObject ?? [])
        {
            if (schema.Value is JsonObject value)
                schemas.Add(value, schema.Key);
        }

        return schemas;
    }

    private static Dictionary<JsonObject, string> GetOperations(JsonObject root)
    {
        Dictionary<JsonObject, string> operations = new(ReferenceEqualityComparer.Instance);
        foreach ((string path, string method, JsonObject operation) in DocumentSites.Operations(root))
            operations.Add(operation, $"{method.ToUpper(CultureInfo.InvariantCulture)} {path}");
        return operations;
    }
}
