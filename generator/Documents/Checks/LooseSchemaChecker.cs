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
    /// <param name="pointer">Its pointer.</param>
    public static void Check(JsonObject schema, string pointer, FindingCollector findings)
    {
        bool hasProperties = schema["properties"] is JsonObject { Count: > 0 };
        if (schema["enum"] is JsonArray values && !hasProperties && values.Any(v => v is JsonObject or JsonArray))
            findings.Add(LooseSchemaFindings.EnumOfObjects(JsonPointer.Append(pointer, "enum")));
        if (schema[DependentSchemas] is JsonObject { Count: > 0 })
            findings.Add(LooseSchemaFindings.UncheckedRule(JsonPointer.Append(pointer, DependentSchemas)));
        if (schema[DependencyNormalizer.OldKeyword] is JsonObject rules && rules.Any(r => r.Value is JsonObject))
            findings.Add(LooseSchemaFindings.UncheckedRule(JsonPointer.Append(pointer, DependencyNormalizer.OldKeyword)));

        if (!schema.ContainsKey("type") || TupleNormalizer.FindKeyword(schema) is not null)
            return;
        if (schema["items"] is JsonObject { Count: > 0 } && !hasProperties && schema["additionalProperties"] is not JsonObject)
            CheckKeyword("items", JsonTypes.Array);
        if (hasProperties)
            CheckKeyword("properties", JsonTypes.Object);

        void CheckKeyword(string keyword, JsonTypes type)
        {
            JsonTypes types = schema.ReadTypes();
            if ((types & type) == 0)
                findings.Add(LooseSchemaFindings.KeywordOfOtherType(JsonPointer.Append(pointer, keyword), type.Format(), types.Format()));
        }
    }
}
