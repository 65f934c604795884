using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>Finds the JSON types that a schema allows, by <c>type</c> and by its parts.</summary>
internal sealed class SchemaTypes(ComponentLookup components)
{
    /// <summary>The depth of parts in parts. Beyond it any type is allowed, so that nothing is reported.</summary>
    public const int MaximumDepth = 32;

    private readonly Dictionary<JsonObject, JsonTypes> _known = [];

    /// <summary>Returns the types of a schema or of a reference to one.</summary>
    public JsonTypes Get(JsonNode? node) => Get(node, 0);

    private JsonTypes Get(JsonNode? node, int depth)
    {
        if (depth > MaximumDepth || components.Resolve(node) is not { } schema)
            return JsonTypes.Any;
        if (_known.TryGetValue(schema, out JsonTypes known))
            return known;
        // A schema that leads to itself allows any type there.
        _known.Add(schema, JsonTypes.Any);
        JsonTypes types = schema.ReadTypes();
        foreach (JsonNode? branch in schema["allOf"] as JsonArray ?? [])
            types &= Get(branch, depth + 1);
        foreach (string key in (string[])["oneOf", "anyOf"])
        {
            if (schema[key] is JsonArray { Count: > 0 } alternatives)
                types &= alternatives.Aggregate(JsonTypes.None, (all, alternative) => all | Get(alternative, depth + 1));
        }

        _known[schema] = types;
        return types;
    }
}
