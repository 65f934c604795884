using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Intersects the JSON types of schemas, and infers them where no schema has <c>type</c>.</summary>
internal static class TypeMerger
{
    public static void MergeTypes(ResolvedSchema resolved, IOpenApiSchema schema)
    {
        if (schema.Type is not { } declared || (declared & ~JsonSchemaType.Null) == 0)
            return;
        JsonSchemaType types = declared & ~JsonSchemaType.Null;
        // The library reads `anyOf: [{ type: object }, { type: string }]` as a list of types, too.
        resolved.TypesAreNarrowable |=
            resolved.Types is null
            && schema.Properties is not { Count: > 0 }
            && schema.Items is null
            && schema.AdditionalProperties is null;
        resolved.Types = resolved.Types is { } known ? Intersect(known, types) : types;
        resolved.IsTypeList |= schema.Extensions?.ContainsKey(TypeListNormalizer.TypeListExtension) is true;
    }

    /// <summary>
    /// Merges a oneOf or anyOf of JSON types, which is a list of types rather than a union: an allOf beside it can narrow it.
    /// </summary>
    public static void MergeAlternatives(ResolvedSchema resolved, List<LocatedSchema> alternatives)
    {
        JsonSchemaType types = 0;
        foreach (LocatedSchema alternative in alternatives)
        {
            types |= (alternative.Target.Schema.Type ?? 0) & ~JsonSchemaType.Null;
            // The text of a number, as pydantic describes a decimal.
            if (alternative.Target.Schema.Pattern is { } pattern && NumberPattern.Matches(pattern))
                resolved.MergedConstraints = resolved.MergedConstraints with { Pattern = pattern };
        }

        resolved.TypesAreNarrowable |= resolved.Types is null;
        resolved.Types = resolved.Types is { } known && (known & types) != 0 ? known & types : resolved.Types ?? types;
    }

    /// <summary>True where the schema has <c>type</c> and nothing else that a type depends on.</summary>
    public static bool IsTypeOnly(IOpenApiSchema schema) =>
        schema is OpenApiSchema
        && schema.Type is { } type
        && (type & ~JsonSchemaType.Null) != 0
        && schema.Properties is not { Count: > 0 }
        && schema.AllOf is not { Count: > 0 }
        && schema.OneOf is not { Count: > 0 }
        && schema.AnyOf is not { Count: > 0 }
        && schema.Enum is not { Count: > 0 }
        && schema.Const is null
        && schema.Format is null
        && schema.AdditionalProperties is null
        && schema.Items
            is null
                or OpenApiSchema { Type: null, Properties: null, AllOf: null, OneOf: null, AnyOf: null, Items: null, Enum: null };

    /// <summary>Narrows the types by the properties and items beside them, or infers the types from those and from the enum.</summary>
    public static void InferTypes(ResolvedSchema resolved)
    {
        if (resolved is { TypesAreNarrowable: true, Types: { } types })
        {
            if (resolved.Properties.Count > 0 && (types & JsonSchemaType.Object) != 0)
                resolved.Types = JsonSchemaType.Object;
            else if ((resolved.Items is not null || resolved.Positions.Count > 0) && (types & JsonSchemaType.Array) != 0)
                resolved.Types = JsonSchemaType.Array;
        }

        if (resolved.Types is null)
            InferFromKeywords(resolved);
        TextTypes.Infer(resolved);
    }

    private static void InferFromKeywords(ResolvedSchema resolved)
    {
        if (resolved.Properties.Count > 0 || resolved.AdditionalProperties is not null)
            resolved.Types = JsonSchemaType.Object;
        else if (resolved.Items is not null || resolved.Positions.Count > 0)
            resolved.Types = JsonSchemaType.Array;
        else if (resolved.Enum is { } values)
            resolved.Types = GetJsonTypes(values);
    }

    private static JsonSchemaType Intersect(JsonSchemaType known, JsonSchemaType types)
    {
        JsonSchemaType both = known & types;
        // An integer is a number.
        if ((known & JsonSchemaType.Number) != 0 && (types & JsonSchemaType.Integer) != 0)
            both |= JsonSchemaType.Integer;
        if ((known & JsonSchemaType.Integer) != 0 && (types & JsonSchemaType.Number) != 0)
            both |= JsonSchemaType.Integer;
        // No value satisfies branches that contradict each other: the later one wins.
        return both == 0 ? types : both;
    }

    /// <returns>Null where a value is an object or an array.</returns>
    private static JsonSchemaType? GetJsonTypes(List<JsonNode?> values)
    {
        JsonSchemaType types = 0;
        foreach (JsonNode? value in values)
        {
            types |= value is not JsonValue scalar
                ? JsonSchemaType.Object
                : scalar.GetValueKind() switch
                {
                    JsonValueKind.String => JsonSchemaType.String,
                    JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
                    JsonValueKind.Number => scalar.IsInteger() ? JsonSchemaType.Integer : JsonSchemaType.Number,
                    _ => JsonSchemaType.Object,
                };
        }

        return (types & JsonSchemaType.Object) != 0 ? null : types;
    }
}
