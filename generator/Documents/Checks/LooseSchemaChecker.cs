using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>Reports schemas whose keywords say more than their type: the type is looser than the author meant.</summary>
internal static class LooseSchemaChecker
{
    // Object models have no class for what these say, and the API checks it in any case.
    private static readonly string[] s_uncheckedConditions = ["contains", "dependentSchemas", "if", "not"];

    private static readonly string[] s_counts = ["maxProperties", "minProperties"];

    /// <param name="schema">The schema, without those inside it.</param>
    /// <param name="path">The tokens of its pointer, which is written for a finding only.</param>
    public static void Check(JsonObject schema, List<string> path, FindingCollector findings)
    {
        bool hasProperties = schema["properties"] is JsonObject { Count: > 0 };
        if (schema["enum"] is JsonArray values && !hasProperties && values.Any(v => v is JsonObject or JsonArray))
            findings.Add(LooseSchemaFindings.EnumOfObjects(Locate("enum")));
        // The conditions of the names of a map are reported with them.
        foreach (string rule in path[path.Count - 1] == "propertyNames" ? [] : s_uncheckedConditions)
        {
            if (schema[rule] is JsonObject { Count: > 0 })
                findings.Add(LooseSchemaFindings.UncheckedRule(Locate(rule)));
        }

        foreach (string rule in s_counts)
        {
            if (schema[rule] is JsonValue count && !IsKept(schema, rule, count))
                findings.Add(LooseSchemaFindings.UncheckedRule(Locate(rule)));
        }

        if (schema[DependencyNormalizer.OldKeyword] is JsonObject rules && rules.Any(r => r.Value is JsonObject))
            findings.Add(LooseSchemaFindings.UncheckedRule(Locate(DependencyNormalizer.OldKeyword)));

        if (!schema.ContainsKey("type") || TupleNormalizer.FindKeyword(schema) is not null)
            return;
        if (schema["items"] is JsonObject { Count: > 0 } && !hasProperties && schema["additionalProperties"] is not JsonObject)
            CheckKeyword("items", JsonTypes.Array);
        if (hasProperties)
            CheckKeyword("properties", JsonTypes.Object);

        string Locate(string keyword) => JsonPointer.Append(ComponentLookup.ToPointer(path), keyword);

        void CheckKeyword(string keyword, JsonTypes type)
        {
            JsonTypes types = schema.ReadTypes();
            if ((types & type) == 0)
                findings.Add(LooseSchemaFindings.KeywordOfOtherType(Locate(keyword), type.Format(), types.Format()));
        }
    }

    /// <summary>Returns true for a minimum that the required properties reach.</summary>
    private static bool IsKept(JsonObject schema, string rule, JsonValue count) =>
        rule == "minProperties"
        && count.TryGetValue(out decimal minimum)
        && minimum <= (schema["required"] is JsonArray required ? required.Count : 0);
}
