using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading.References;

/// <summary>
/// What stands beside the <c>$ref</c> of a schema. Since 3.1 all of it counts; before, a reference stands alone by the letter, and still
/// thousands of documents write <c>nullable: true</c> or a description there and mean it.
/// </summary>
internal static class ReferenceSiblings
{
    // What only the place where the reference stands can say.
    private static readonly HashSet<string> s_ofThePlace = new(["nullable", "x-nullable", "readOnly", "writeOnly", "deprecated", "description", "default"], StringComparer.Ordinal);

    // Of these the library knows beside a reference, as 3.1 has it.
    private static readonly HashSet<string> s_read = new(["description", "default", "readOnly", "writeOnly"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ofSchemas = new(
        [
            "type", "enum", "const", "format", "properties", "required", "patternProperties", "additionalProperties", "items", "allOf", "oneOf", "anyOf",
            "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems",
        ],
        StringComparer.Ordinal);

    /// <summary>Makes the reference a branch of an <c>allOf</c>, where what stands beside it counts and would be lost.</summary>
    /// <returns>Whether it did: the schema is no reference any more, but holds one.</returns>
    public static bool SetApart(JsonObject schema, SpecVersion version)
    {
        bool counts = version is { Is2: false, Minor: >= 1 };
        List<string> lost = [];
        bool any = false;
        foreach (string key in schema.Names())
        {
            bool said = s_ofThePlace.Contains(key) || (counts && s_ofSchemas.Contains(key));
            any |= said && !(counts && s_read.Contains(key));
            if (!said && s_ofSchemas.Contains(key)) lost.Add(key);
        }

        if (!any) return false;
        foreach (string key in lost) schema.Remove(key);
        var reference = new JsonObject { [Linker.Ref] = Linker.ReferenceOf(schema) };
        schema.Remove(Linker.Ref);
        if (schema["allOf"] is JsonArray branches) branches.Insert(0, reference);
        else schema["allOf"] = new JsonArray(reference);
        return true;
    }

    /// <summary>The reference that a schema is, or that <see cref="SetApart"/> made a branch of it; null where it is none.</summary>
    public static JsonObject? Find(JsonObject schema) => schema.ContainsKey(Linker.Ref) ? schema
        : schema["allOf"] is JsonArray { Count: 1 } branches && branches[0] is JsonObject only && only.ContainsKey(Linker.Ref) ? only
        : null;
}
