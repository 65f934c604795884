using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps the keywords beside the <c>$ref</c> of a schema. Since 3.1 all of them count. Earlier versions ignore them, but thousands of
/// documents write <c>nullable: true</c> or a description there and mean it. References in the lists of allOf, oneOf and anyOf are not
/// changed, because an alternative is identified by its reference.
/// </summary>
internal static class ReferenceSiblingNormalizer
{
    // Keywords that describe the use of the schema and not the schema itself.
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
            .. ValueKeywords.All,
        ],
        StringComparer.Ordinal
    );

    /// <summary>
    /// Moves the reference to the end of an <c>allOf</c> where keywords beside it count and would be lost. Keywords that do not count are
    /// removed, because they are not checked and can have any value.
    /// </summary>
    /// <returns>The moved reference; null where it was not moved.</returns>
    public static JsonObject? MoveToAllOf(JsonObject schema, SpecVersion version)
    {
        // The library reads descriptions and most annotations beside a reference (3.1).
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

    /// <summary>Returns the reference of a schema, also where <see cref="MoveToAllOf"/> moved it; null where there is none.</summary>
    public static JsonObject? FindReference(JsonObject schema) =>
        schema.ContainsKey(ReferenceLinker.RefKeyword) ? schema
        : schema["allOf"] is JsonArray { Count: > 0 } branches
        && branches[branches.Count - 1] is JsonObject { Count: 1 } last
        && last.ContainsKey(ReferenceLinker.RefKeyword)
            ? last
        : null;
}
