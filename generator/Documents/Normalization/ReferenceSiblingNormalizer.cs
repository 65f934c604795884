using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// What stands beside the <c>$ref</c> of a schema. Since 3.1 all of it counts; before, a reference stands alone by the letter, and still
/// thousands of documents write <c>nullable: true</c> or a description there and mean it. In the lists of allOf, oneOf and anyOf it stays as it is:
/// a branch is known by what it refers to.
/// </summary>
internal static class ReferenceSiblingNormalizer
{
    // What only the place where the reference stands can say.
    private static readonly HashSet<string> s_annotations = new(
        ["nullable", "x-nullable", "readOnly", "writeOnly", "deprecated"],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> s_schemaKeywords = new(
        [
            "type",
            "enum",
            "const",
            "format",
            "properties",
            "required",
            "patternProperties",
            "additionalProperties",
            "items",
            "allOf",
            "oneOf",
            "anyOf",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
        ],
        StringComparer.Ordinal
    );

    /// <summary>
    /// Makes the reference the last branch of an <c>allOf</c>, where what stands beside it counts and would be lost. What does not count is
    /// taken out: nobody has looked at it so far, and it may be anything.
    /// </summary>
    /// <returns>The reference as it is now; null where it stays what it was.</returns>
    public static JsonObject? MoveToAllOf(JsonObject schema, SpecVersion version)
    {
        // The library knows the words and most flags beside a reference, as 3.1 has it.
        bool counts = version is { IsSwagger2: false, Minor: >= 1 };
        List<string> idle = [];
        bool any = false;
        foreach (KeyValuePair<string, JsonNode?> member in schema)
        {
            if (
                member.Key == ReferenceLinker.RefKeyword
                || member.Key.StartsWith("x-", StringComparison.Ordinal) && !s_annotations.Contains(member.Key)
            )
                continue;
            if (
                s_annotations.Contains(member.Key) ? member.Value.IsTrue()
                : member.Key == "description" ? member.Value.AsString() is not null
                : member.Key == "default"
            )
                any |= !counts || member.Key is "nullable" or "x-nullable" or "deprecated";
            else if (counts && !s_annotations.Contains(member.Key))
                any |= s_schemaKeywords.Contains(member.Key);
            else
                idle.Add(member.Key);
        }

        if (!any)
            return null;
        foreach (string key in idle)
            schema.Remove(key);
        var reference = new JsonObject { [ReferenceLinker.RefKeyword] = ReferenceLinker.GetReference(schema) };
        schema.Remove(ReferenceLinker.RefKeyword);
        if (schema["allOf"] is JsonArray branches)
            branches.Add((JsonNode)reference);
        else
            schema["allOf"] = new JsonArray(reference);
        return reference;
    }

    /// <summary>The reference that a schema is, or that <see cref="MoveToAllOf"/> made a branch of it; null where it is none.</summary>
    public static JsonObject? FindReference(JsonObject schema) =>
        schema.ContainsKey(ReferenceLinker.RefKeyword) ? schema
        : schema["allOf"] is JsonArray { Count: > 0 } branches
        && branches[branches.Count - 1] is JsonObject { Count: 1 } last
        && last.ContainsKey(ReferenceLinker.RefKeyword)
            ? last
        : null;
}
