using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>Resolves the references of a linked document, each of which names a component.</summary>
internal sealed class ComponentLookup(JsonObject root)
{
    // Aliases of aliases are few.
    private const int MaximumHops = 32;

    private readonly Dictionary<string, JsonObject?> _known = new(StringComparer.Ordinal);

    /// <summary>Returns the value, or the target of the reference that it is; null where that is no object.</summary>
    public JsonObject? Resolve(JsonNode? node)
    {
        for (int hops = 0; hops < MaximumHops; hops++)
        {
            if (node is not JsonObject value)
                return null;
            if (ReferenceLinker.GetReference(value) is not { } reference)
                return value;
            node = Find(reference);
        }

        return null;
    }

    /// <summary>Returns the component of a pointer; null where there is none.</summary>
    public JsonObject? Find(string pointer)
    {
        if (_known.TryGetValue(pointer, out JsonObject? known))
            return known;
        JsonNode? node = root;
        foreach (string token in JsonPointer.SplitReference(pointer.TrimStart('#')))
            node = (node as JsonObject)?[token];
        JsonObject? found = node as JsonObject;
        _known.Add(pointer, found);
        return found;
    }

    /// <summary>Returns the pointer of a path of tokens.</summary>
    public static string ToPointer(IEnumerable<string> path) => path.Aggregate(JsonPointer.Root, JsonPointer.Append);
}
