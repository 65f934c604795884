using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Intersects the enums and constants of schemas, and collects the names of their values.</summary>
internal static class EnumMerger
{
    private static readonly string[] s_nameExtensions = ["x-enum-varnames", "x-enumNames"];

    public static void Merge(ResolvedSchema resolved, IOpenApiSchema schema)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            MergeValues(resolved, [.. values]);
            MergeNames(resolved, schema, values);
        }

        if (schema.Const is { } constant)
            MergeValues(resolved, [JsonValue.Create(constant)]);
    }

    private static void MergeValues(ResolvedSchema resolved, List<JsonNode?> values)
    {
        List<JsonNode?> present = [.. values.Where(v => !v.IsJsonNull())];
        if (present.Count == 0)
            return;
        if (resolved.Enum is { } known)
        {
            List<JsonNode?> both = [.. known.Where(k => present.Any(p => JsonNode.DeepEquals(k, p)))];
            // No value is in both: the later enum wins.
            present = both.Count == 0 ? present : both;
        }

        resolved.Enum = present;
    }

    private static void MergeNames(ResolvedSchema resolved, IOpenApiSchema schema, IList<JsonNode> values)
    {
        foreach (string extension in s_nameExtensions)
        {
            if (
                schema.Extensions?.TryGetValue(extension, out IOpenApiExtension? found) is not true
                || found is not JsonNodeExtension { Node: JsonArray names }
                || names.Count != values.Count
            )
                continue;
            for (int i = 0; i < names.Count; i++)
            {
                if (names[i] is JsonValue name && name.GetValueKind() == JsonValueKind.String)
                    (resolved.EnumNames ??= new(StringComparer.Ordinal))[values[i].ToJsonString()] = name.GetValue<string>();
            }
        }
    }
}
