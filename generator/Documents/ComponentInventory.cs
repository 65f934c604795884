using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents;

/// <summary>
/// The components of the whole document, used or not, as far as names depend on them. It is taken before a selection removes any.
/// </summary>
internal sealed class ComponentInventory
{
    private static readonly string[] s_kinds = ["responses", "requestBodies", "parameters"];

    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);

    private ComponentInventory(IReadOnlyList<string> schemas, IReadOnlyList<ComponentKey> reusable)
    {
        SchemaNames = schemas;
        Reusable = reusable;
    }

    /// <summary>An inventory without components.</summary>
    public static ComponentInventory Empty { get; } = new([], []);

    /// <summary>The formats of all schemas, and of what looks like one.</summary>
    public HashSet<string> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of all schemas.</summary>
    public IReadOnlyList<string> SchemaNames { get; }

    /// <summary>All responses, request bodies and parameters.</summary>
    public IReadOnlyList<ComponentKey> Reusable { get; }

    public static ComponentInventory Read(JsonObject root, SpecVersion version)
    {
        JsonObject? sections = version.IsSwagger2 ? root : root["components"] as JsonObject;
        List<ComponentKey> reusable = [];
        foreach (string kind in s_kinds)
        {
            if (sections?[kind] is JsonObject members)
                reusable.AddRange(members.GetMemberNames().Select(id => new ComponentKey(kind, id)));
        }

        string schemaSection = version.IsSwagger2 ? "definitions" : "schemas";
        JsonObject? schemas = sections?[schemaSection] as JsonObject;
        ComponentInventory inventory = new(schemas is null ? [] : [.. schemas.GetMemberNames()], reusable);
        inventory.CountReferences(
            root,
            sections?["responses"] as JsonObject,
            (version.IsSwagger2 ? "#/" : "#/components/") + schemaSection + "/"
        );
        return inventory;
    }

    /// <summary>True for a schema that the document refers to more than once, directly or by a response.</summary>
    public bool IsShared(string schema) => _references.TryGetValue(schema, out int count) && count > 1;

    private void CountReferences(JsonObject root, JsonObject? responses, string prefix)
    {
        Dictionary<string, int> all = new(StringComparer.Ordinal);
        Count(root, all);
        foreach (KeyValuePair<string, int> reference in all)
            Add(reference.Key, reference.Value);
        // A response that several operations have is one reference in the document, and several to what it refers to.
        string responsePrefix = prefix.StartsWith("#/components/", StringComparison.Ordinal) ? "#/components/responses/" : "#/responses/";
        foreach (string id in responses?.GetMemberNames() ?? [])
        {
            if (!all.TryGetValue(responsePrefix + JsonPointer.Escape(id), out int uses) || uses < 2)
                continue;
            Dictionary<string, int> inner = new(StringComparer.Ordinal);
            Count(responses![id], inner);
            foreach (KeyValuePair<string, int> reference in inner)
                Add(reference.Key, reference.Value * (uses - 1));
        }

        void Add(string reference, int count)
        {
            if (!reference.StartsWith(prefix, StringComparison.Ordinal))
                return;
            string id = JsonPointer.Unescape(reference.Substring(prefix.Length));
            _references[id] = _references.TryGetValue(id, out int known) ? known + count : count;
        }
    }

    /// <summary>Counts each reference. A stack of its own, since documents may be nested deeper than that of a thread.</summary>
    private void Count(JsonNode? root, Dictionary<string, int> counts)
    {
        Stack<JsonNode> open = new();
        if (root is not null)
            open.Push(root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case JsonObject members:
                    foreach (KeyValuePair<string, JsonNode?> member in members)
                    {
                        if (member is { Key: "$ref", Value: JsonValue value } && value.TryGetValue(out string? target))
                            counts[target] = counts.TryGetValue(target, out int count) ? count + 1 : 1;
                        else if (member is { Key: "format", Value: JsonValue format } && format.TryGetValue(out string? name))
                            Formats.Add(name);
                        else if (member.Value is JsonObject or JsonArray)
                            open.Push(member.Value);
                    }

                    break;
                case JsonArray items:
                    foreach (JsonNode? item in items)
                    {
                        if (item is JsonObject or JsonArray)
                            open.Push(item);
                    }

                    break;
            }
        }
    }
}
