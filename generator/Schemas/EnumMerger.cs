using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Intersects the enums and constants of schemas, and collects the names of their values.</summary>
internal static class EnumMerger
{
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
        if (schema.Extensions is not { Count: > 0 } extensions)
            return;
        foreach (string extension in EnumKeywords.ValueNames)
            MergeTexts(extensions, extension, values, resolved.EnumNames ??= new(StringComparer.Ordinal));
        foreach (string extension in EnumKeywords.ValueDescriptions)
            MergeTexts(extensions, extension, values, resolved.EnumDescriptions ??= new(StringComparer.Ordinal));
        var vendor = FindNode(extensions, EnumKeywords.Vendor) as JsonObject;
        if (vendor?["values"] is JsonArray entries)
            MergeVendorValues(resolved, entries);
        foreach (JsonNode? name in EnumKeywords.TypeNames.Select(e => FindNode(extensions, e)).Prepend(vendor?["name"]))
        {
            if (name.AsString() is { } text && text.Any(char.IsLetter))
                resolved.EnumTypeName ??= text;
        }
    }

    /// <summary>Merges a list of texts, one for each value, or an object that has them by the values.</summary>
    private static void MergeTexts(
        IDictionary<string, IOpenApiExtension> extensions,
        string extension,
        IList<JsonNode> values,
        Dictionary<string, string> texts
    )
    {
        JsonNode? node = FindNode(extensions, extension);
        for (int i = 0; i < values.Count; i++)
        {
            JsonNode? text =
                node is JsonArray list && list.Count == values.Count ? list[i]
                : node is JsonObject map ? map[values[i].ToPlainText()]
                : null;
            if (text.AsString() is { Length: > 0 } found)
                texts[values[i].ToJsonString()] = found;
        }
    }

    /// <summary>Merges the names and descriptions of Azure's documents.</summary>
    private static void MergeVendorValues(ResolvedSchema resolved, JsonArray entries)
    {
        foreach (JsonNode? entry in entries)
        {
            if (entry is not JsonObject vendor || vendor["value"] is not { } value)
                continue;
            if (vendor["name"].AsString() is { Length: > 0 } name)
                (resolved.EnumNames ??= new(StringComparer.Ordinal))[value.ToJsonString()] = name;
            if (vendor["description"].AsString() is { Length: > 0 } description)
                (resolved.EnumDescriptions ??= new(StringComparer.Ordinal))[value.ToJsonString()] = description;
        }
    }

    private static JsonNode? FindNode(IDictionary<string, IOpenApiExtension> extensions, string name) =>
        extensions.TryGetValue(name, out IOpenApiExtension? found) && found is JsonNodeExtension { Node: var node } ? node : null;
}
