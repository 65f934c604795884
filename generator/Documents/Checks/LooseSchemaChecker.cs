using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>Reports schemas whose keywords say more than their type: the type is looser than the author meant.</summary>
internal static class LooseSchemaChecker
{
    private const string DependentSchemas = "dependentSchemas";

    /// <param name="schema">The schema, without those inside it.</param>
    /// <param name="path">The tokens of its pointer, which is written for a finding only.</param>
    public static void Check(JsonObject schema, List<string> path, FindingCollector findings)
    {
        bool hasProperties = schema["properties"] is JsonObject { Count: > 0 };
        if (schema["enum"] is JsonArray values && !hasProperties && values.Any(v => v is JsonObject or JsonArray))
            findings.Add(LooseSchemaFindings.EnumOfObjects(Locate("enum")));
        if (schema[DependentSchemas] is JsonObject { Count: > 0 })
            findings.Add(LooseSchemaFindings.UncheckedRule(Locate(DependentSchemas)));
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
}
