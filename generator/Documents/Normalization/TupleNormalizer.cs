using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps the positions of a tuple, which the OpenAPI library does not read: <c>prefixItems</c> of 3.1, and the list of schemas in
/// <c>items</c> of earlier drafts of JSON Schema. They become properties by their index, and an extension tells such a schema from an
/// object.
/// </summary>
internal static class TupleNormalizer
{
    private const string PrefixKeyword = "prefixItems";
    private const string ItemsKeyword = "items";

    /// <summary>The extension with the keyword that has the positions.</summary>
    private const string TupleExtension = "x-cfgen-tuple";

    /// <summary>The extension of a tuple that has no items beside its positions.</summary>
    private const string ClosedExtension = "x-cfgen-closed-tuple";

    public static bool AppliesTo(JsonObject schema) => schema[PrefixKeyword] is JsonArray || schema[ItemsKeyword] is JsonArray;

    /// <summary>True if the schema is a tuple, before or after <see cref="Normalize"/>.</summary>
    public static bool IsTuple(JsonObject schema) =>
        schema.ContainsKey(TupleExtension)
        || schema[PrefixKeyword] is JsonArray { Count: > 0 }
        || schema[ItemsKeyword] is JsonArray { Count: > 0 };

    /// <summary>Moves the positions to properties.</summary>
    /// <returns>False where the schema is also an object with properties: its positions are left.</returns>
    public static bool Normalize(JsonObject schema)
    {
        string keyword = schema[PrefixKeyword] is JsonArray ? PrefixKeyword : ItemsKeyword;
        if (
            schema.ContainsKey("properties")
            || schema[keyword] is not JsonArray { Count: > 0 } positions
            || !positions.All(p => p is JsonObject)
        )
            return false;
        string[] others = keyword == PrefixKeyword ? [ItemsKeyword, "unevaluatedItems"] : ["additionalItems", "unevaluatedItems"];
        JsonNode? rest = others.Select(o => schema[o]).FirstOrDefault(o => o is not null);
        foreach (string other in others)
            schema.Remove(other);
        schema.Remove(keyword);
        var properties = new JsonObject();
        for (int i = 0; positions.Count > 0; i++)
        {
            JsonNode position = positions[0]!;
            positions.RemoveAt(0);
            properties.Add(NumberFormat.ToInvariantString(i), position);
        }

        schema["properties"] = properties;
        schema[TupleExtension] = keyword;
        if (rest?.GetValueKind() == JsonValueKind.False)
            schema[ClosedExtension] = true;
        else if (rest is JsonObject)
            schema[ItemsKeyword] = rest;
        return true;
    }

    /// <summary>Returns the keyword that had the positions of a schema of the object model; null where the schema is no tuple.</summary>
    public static string? FindKeyword(IOpenApiSchema schema) => schema.Extensions.GetString(TupleExtension);

    /// <summary>Returns the keyword that had the positions of a schema of the tree; null where the schema is no tuple.</summary>
    public static string? FindKeyword(JsonObject schema) => schema[TupleExtension].AsString();

    /// <summary>True if a tuple has no items after its positions.</summary>
    public static bool IsClosed(IOpenApiSchema schema) => schema.Extensions?.ContainsKey(ClosedExtension) is true;
}
