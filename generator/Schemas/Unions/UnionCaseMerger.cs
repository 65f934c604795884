using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// Merges the cases that a reader cannot tell apart: there is one case of each scalar type, one of arrays and one of maps.
/// </summary>
internal static class UnionCaseMerger
{
    private const JsonSchemaType NumericTypes = JsonSchemaType.Number | JsonSchemaType.Integer;

    /// <summary>The JSON type of a case: integers are numbers to a reader.</summary>
    public static JsonSchemaType ToCaseType(JsonSchemaType type) => (type & NumericTypes) != 0 ? JsonSchemaType.Number : type;

    /// <summary>Merges the cases in the order of the document. Objects with properties and tuples stay apart, each once.</summary>
    public static List<UnionCase> Merge(List<UnionCase> all, SchemaResolver schemas)
    {
        List<UnionCase> cases = [];
        foreach (UnionCase unionCase in all)
        {
            bool isKnown = HasMembers(unionCase.Resolved)
                ? cases.Exists(c => SchemaIntersectionComparer.Instance.Equals(c.Schema, unionCase.Schema))
                : cases.Exists(c => c.JsonType == unionCase.JsonType && !HasMembers(c.Resolved));
            if (!isKnown)
                cases.Add(MergeSameType(unionCase, all, schemas));
        }

        return cases;
    }

    private static bool HasMembers(ResolvedSchema schema) => schema.Properties.Count > 0 || schema.IsTuple;

    private static UnionCase MergeSameType(UnionCase first, List<UnionCase> all, SchemaResolver schemas)
    {
        if (HasMembers(first.Resolved))
            return first;
        List<UnionCase> same = [.. all.Where(c => c.JsonType == first.JsonType && !HasMembers(c.Resolved))];
        if (same.Count == 1)
            return first;
        return first.JsonType switch
        {
            JsonSchemaType.String => MergeStrings(first, same),
            JsonSchemaType.Number => MergeNumbers(first, same),
            JsonSchemaType.Array => CreateSynthetic(
                first,
                new OpenApiSchema { Type = JsonSchemaType.Array, Items = MergeElements(same, s => s.Items, schemas) }
            ),
            JsonSchemaType.Object => CreateSynthetic(
                first,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalProperties = MergeElements(same, s => s.AdditionalProperties, schemas),
                }
            ),
            _ => first,
        };
    }

    private static UnionCase MergeNumbers(UnionCase first, List<UnionCase> same)
    {
        if (same.Find(c => c.Resolved.Enum is null && c.Resolved.Types != JsonSchemaType.Integer) is { } number)
            return WidenNumber(number, same);
        return same.Find(c => c.Resolved.Enum is null) ?? MergeNumericEnums(first, same);
    }

    /// <summary>Takes away the format of a <c>float</c> beside integers or wider numbers, which it would round.</summary>
    private static UnionCase WidenNumber(UnionCase number, List<UnionCase> same) =>
        number.Resolved.Format == "float" && same.Exists(c => c.Resolved.Format != "float")
            ? CreateSynthetic(number, new OpenApiSchema { Type = JsonSchemaType.Number })
            : number;

    /// <summary>
    /// Makes one enum of cases that are enums of numbers. Where each case is one number with a title, the titles name the numbers.
    /// </summary>
    private static UnionCase MergeNumericEnums(UnionCase first, List<UnionCase> same)
    {
        List<JsonNode> values = [];
        JsonArray names = [];
        foreach (UnionCase unionCase in same)
        {
            foreach (JsonNode? value in unionCase.Resolved.Enum!)
            {
                if (value is null || values.Exists(v => JsonNode.DeepEquals(v, value)))
                    continue;
                values.Add(value.DeepClone());
                if (unionCase.Resolved is { Enum.Count: 1, Title: { Length: > 0 } title })
                    names.Add(title);
            }
        }

        OpenApiSchema schema = new() { Type = CombineTypes(same), Enum = values };
        if (names.Count == values.Count)
            schema.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-enum-varnames"] = new JsonNodeExtension(names) };
        return CreateSynthetic(first, schema);
    }

    private static JsonSchemaType CombineTypes(List<UnionCase> same)
    {
        JsonSchemaType types = 0;
        foreach (UnionCase unionCase in same)
            types |= unionCase.Resolved.Types ?? 0;
        return types == NumericTypes ? JsonSchemaType.Number : types;
    }

    /// <summary>Makes an open enum of enums beside any string, and a string of strings of two formats.</summary>
    private static UnionCase MergeStrings(UnionCase first, List<UnionCase> same)
    {
        List<JsonNode> values = [];
        foreach (JsonNode? value in same.SelectMany(c => c.Resolved.Enum ?? []))
        {
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && !values.Exists(v => JsonNode.DeepEquals(v, text)))
                values.Add(text);
        }

        if (values.Count > 0)
            return CreateSynthetic(
                first,
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(v => v.DeepClone())] }
            );
        bool haveSameType = same.TrueForAll(c => ScalarFormats.TryResolve(c.Resolved) == ScalarFormats.TryResolve(first.Resolved));
        return haveSameType ? first : CreateSynthetic(first, new OpenApiSchema { Type = JsonSchemaType.String });
    }

    /// <summary>A union of the elements of all cases; null where one case accepts any element.</summary>
    private static IOpenApiSchema? MergeElements(
        List<UnionCase> same,
        Func<ResolvedSchema, SchemaIntersection?> getElement,
        SchemaResolver schemas
    )
    {
        List<SchemaIntersection> elements = [];
        foreach (UnionCase unionCase in same)
        {
            if (getElement(unionCase.Resolved) is not { } element)
                return null;
            foreach (SchemaIntersection alternative in GetAlternatives(element))
            {
                if (!elements.Exists(e => SchemaIntersectionComparer.Instance.Equals(e, alternative)))
                    elements.Add(alternative);
            }
        }

        return elements is [{ Schemas: [{ IgnoresUnions: false } only] }] ? only.Schema : schemas.GetUnionOf(elements);
    }

    /// <summary>The alternatives of a union that was made here: an element of lists of lists comes back to the same alternatives.</summary>
    private static IReadOnlyList<SchemaIntersection> GetAlternatives(SchemaIntersection element) =>
        element.Schemas is [{ Schema: SyntheticUnionSchema { Union.Alternatives: var alternatives } }] ? alternatives : [element];

    private static UnionCase CreateSynthetic(UnionCase first, OpenApiSchema schema)
    {
        SchemaIntersection intersection = SchemaIntersection.Create(schema, first.Schema.Pointer);
        return new UnionCase(intersection, new SchemaResolver().Resolve(intersection), first.JsonType);
    }
}
