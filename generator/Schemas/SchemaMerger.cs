using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Follows references and flattens allOf by intersection: what a later, narrower branch says wins over the base's wider words.</summary>
internal static class SchemaMerger
{
    private static readonly string[] s_binaryMediaTypes = ["application/octet-stream", "image/", "audio/", "video/"];

    // Documents nest allOf a handful deep; a chain this long is a cycle in disguise.
    private const int MaxDepth = 64;

    // Nor do they need this many for one place. Bases that have bases in common, many ways and many deep, are more ways than there are seconds:
    // beyond it what was folded already is not folded again.
    private const int MaxMerges = 1_000;

    public static ResolvedSchema Merge(SchemaIntersection conjunction)
    {
        ResolvedSchema shape = new();
        MergePath way = new();
        // The last part is the narrowest, and the one that its author wrote for this place: its word on null holds.
        foreach (LocatedSchema part in conjunction.Schemas)
            shape.IsNullable = MergeSchema(shape, part, way, 0, part.IgnoresUnions) ?? shape.IsNullable;

        InferTypes(shape);
        return shape;
    }

    /// <summary>Adds what one schema says. Gives whether null is one of its values, null where it says nothing of that.</summary>
    private static bool? MergeSchema(ResolvedSchema shape, LocatedSchema site, MergePath way, int depth, bool withoutChoice)
    {
        LocatedSchema target = site.Target;
        IOpenApiSchema schema = target.Schema;
        if (depth > MaxDepth || schema is OpenApiSchemaReference || !way.TryEnter(schema))
            return null;

        bool? branchesNullable = null;
        foreach (LocatedSchema part in target.RequiredSchemas)
        {
            bool? branch = MergeSchema(shape, part, way, depth + 1, withoutChoice);
            branchesNullable = branch is null ? branchesNullable : branch & (branchesNullable ?? true);
        }

        MergeTypes(shape, schema);
        MergeAnnotations(shape, schema, (site.Schema as OpenApiSchemaReference)?.Reference);
        MergeObject(shape, schema, target.Pointer);
        MergeConstraints(shape, schema);
        if (schema.Enum is { Count: > 0 } values)
        {
            MergeEnum(shape, [.. values]);
            MergeEnumNames(shape, schema, values);
        }

        if (schema.Const is { } constant)
            MergeEnum(shape, [JsonValue.Create(constant)]);
        bool unionNullable = false;
        if (!withoutChoice)
        {
            if (schema is SyntheticUnionSchema merged)
                shape.Unions.Add(merged.Union);
            unionNullable = MergeUnion(shape, schema.OneOf, target.Pointer + "/oneOf", schema.Discriminator);
            unionNullable |= MergeUnion(shape, schema.AnyOf, target.Pointer + "/anyOf", schema.Discriminator);
        }

        way.Leave();
        // In 3.0 `nullable: true` beside allOf or $ref means "or null" to everybody who writes it, whatever the branches say.
        bool listsNull = schema.Type is null && schema.Enum is { Count: > 0 } listed && listed.Any(v => v.IsJsonNull());
        if (IsNullable(schema) || branchesNullable == true || unionNullable || listsNull)
            return true;
        return schema.Type is null ? branchesNullable : false;
    }

    private static void MergeTypes(ResolvedSchema shape, IOpenApiSchema schema)
    {
        if (schema.Type is not { } stated || (stated & ~JsonSchemaType.Null) == 0)
            return;
        JsonSchemaType types = stated & ~JsonSchemaType.Null;
        // The library reads `anyOf: [{ type: object }, { type: string }]` as a list of types, too.
        shape.TypesAreNarrowable |=
            shape.Types is null && schema.Properties is not { Count: > 0 } && schema.Items is null && schema.AdditionalProperties is null;
        if (shape.Types is { } before)
        {
            JsonSchemaType both = before & types;
            if ((before & JsonSchemaType.Number) != 0 && (types & JsonSchemaType.Integer) != 0)
                both |= JsonSchemaType.Integer;
            if ((before & JsonSchemaType.Integer) != 0 && (types & JsonSchemaType.Number) != 0)
                both |= JsonSchemaType.Integer;
            // Branches that contradict each other: no value satisfies both, so the document means the later.
            types = both == 0 ? types : both;
        }

        shape.Types = types;
    }

    private static void MergeAnnotations(ResolvedSchema shape, IOpenApiSchema schema, JsonSchemaReference? reference)
    {
        shape.Format = schema.Format ?? GetContentFormat(schema) ?? shape.Format;
        shape.Title = NullIfBlank(schema.Title) ?? shape.Title;
        shape.Description = NullIfBlank(reference?.Description) ?? NullIfBlank(schema.Description) ?? shape.Description;
        shape.Default = reference?.Default ?? schema.Default ?? shape.Default;
        shape.IsDeprecated |= schema.Deprecated;
        shape.IsReadOnly |= schema.ReadOnly || reference?.ReadOnly == true;
        shape.IsWriteOnly |= schema.WriteOnly || reference?.WriteOnly == true;
    }

    /// <summary>The format that 3.0 has for what 3.1 says by <c>contentEncoding</c> and <c>contentMediaType</c>; null where they say nothing of bytes.</summary>
    private static string? GetContentFormat(IOpenApiSchema schema) =>
        schema is not OpenApiSchema own
            ? null
            : own.ContentEncoding switch
            {
                "base64" => "byte",
                "binary" => "binary",
                null
                or ""
                    when own.ContentMediaType is { } type
                        && s_binaryMediaTypes.Any(b => type.StartsWith(b, StringComparison.OrdinalIgnoreCase)) => "binary",
                _ => null,
            };

    private static void MergeObject(ResolvedSchema shape, IOpenApiSchema schema, string pointer)
    {
        if (schema.Properties is { } properties)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> property in properties)
            {
                LocatedSchema site = new(
                    property.Value,
                    $"{pointer}/properties/{CfGen.Generator.Parsing.JsonPointer.Escape(property.Key)}"
                );
                if (shape.Properties.TryGetValue(property.Key, out SchemaIntersection? before))
                {
                    shape.Properties[property.Key] = before.IntersectWith(site);
                    continue;
                }

                shape.PropertyOrder.Add(property.Key);
                shape.Properties.Add(property.Key, new SchemaIntersection([site]));
            }
        }

        if (schema.Required is { } required)
            shape.Required.UnionWith(required);
        if (schema.Items is { } items)
        {
            LocatedSchema site = new(items, pointer + "/items");
            shape.Items = shape.Items is { } before ? before.IntersectWith(site) : new SchemaIntersection([site]);
        }

        if (schema.AdditionalProperties is { } additional)
        {
            LocatedSchema site = new(additional, pointer + "/additionalProperties");
            shape.AdditionalProperties = shape.AdditionalProperties is { } before
                ? before.IntersectWith(site)
                : new SchemaIntersection([site]);
        }

        shape.ForbidsAdditionalProperties |= !schema.AdditionalPropertiesAllowed;
        shape.HasPatternProperties |= schema.PatternProperties is { Count: > 0 };
    }

    private static void MergeConstraints(ResolvedSchema shape, IOpenApiSchema schema)
    {
        shape.MinLength = Max(shape.MinLength, schema.MinLength);
        shape.MaxLength = Min(shape.MaxLength, schema.MaxLength);
        shape.Pattern = schema.Pattern ?? shape.Pattern;
        shape.Minimum = Max(shape.Minimum, ParseNumber(schema.Minimum));
        shape.Maximum = Min(shape.Maximum, ParseNumber(schema.Maximum));
        shape.ExclusiveMinimum = Max(shape.ExclusiveMinimum, ParseNumber(schema.ExclusiveMinimum));
        shape.ExclusiveMaximum = Min(shape.ExclusiveMaximum, ParseNumber(schema.ExclusiveMaximum));
        shape.MultipleOf = schema.MultipleOf is > 0 ? schema.MultipleOf : shape.MultipleOf;
        shape.MinItems = Max(shape.MinItems, schema.MinItems);
        shape.MaxItems = Min(shape.MaxItems, schema.MaxItems);
        shape.UniqueItems |= schema.UniqueItems == true;
    }

    private static void MergeEnum(ResolvedSchema shape, List<JsonNode?> values)
    {
        List<JsonNode?> present = [.. values.Where(v => !v.IsJsonNull())];
        if (present.Count == 0)
            return;
        if (shape.Enum is { } before)
        {
            List<JsonNode?> both = [.. before.Where(b => present.Any(p => JsonNode.DeepEquals(b, p)))];
            present = both.Count == 0 ? present : both;
        }

        shape.Enum = present;
    }

    private static void MergeEnumNames(ResolvedSchema shape, IOpenApiSchema schema, IList<JsonNode> values)
    {
        foreach (string extension in (string[])["x-enum-varnames", "x-enumNames"])
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
                    (shape.EnumNames ??= new(StringComparer.Ordinal))[values[i].ToJsonString()] = name.GetValue<string>();
            }
        }
    }

    /// <summary>Gives whether one alternative is null.</summary>
    private static bool MergeUnion(
        ResolvedSchema shape,
        IList<IOpenApiSchema>? alternatives,
        string pointer,
        OpenApiDiscriminator? discriminator
    )
    {
        if (alternatives is not { Count: > 0 })
            return false;
        List<LocatedSchema> sites = [.. alternatives.Select((a, i) => new LocatedSchema(a, $"{pointer}/{i}")).Where(s => !s.IsNull)];
        bool nullable = sites.Count < alternatives.Count;
        // Of one alternative nothing is left to choose: it has been folded as a branch of allOf is.
        if (sites.Count < 2)
            return nullable;
        JsonSchemaType bareTypes = 0;
        bool allBare = true;
        foreach (LocatedSchema site in sites)
        {
            IOpenApiSchema schema = site.Target.Schema;
            nullable |= IsNullable(schema);
            allBare &= IsBareType(schema);
            bareTypes |= (schema.Type ?? 0) & ~JsonSchemaType.Null;
        }

        if (allBare)
        {
            shape.TypesAreNarrowable |= shape.Types is null;
            // `anyOf: [object, array, string]` is a list of JSON types, no union: an allOf beside it can narrow it.
            shape.Types = shape.Types is { } before && (before & bareTypes) != 0 ? before & bareTypes : shape.Types ?? bareTypes;
        }
        else
        {
            shape.Unions.Add(new SchemaUnion([.. sites.Select(s => new SchemaIntersection([s]))], discriminator));
        }

        return nullable;
    }

    private static bool IsNullable(IOpenApiSchema schema) =>
        (schema.Type is { } type && (type & JsonSchemaType.Null) != 0)
        || schema.Extensions?.ContainsKey(NullableNormalizer.NullableExtension) is true;

    private static bool IsBareType(IOpenApiSchema schema) =>
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
        && (
            schema.Items is null
            || (
                schema.Items is OpenApiSchema
                {
                    Type: null,
                    Properties: null,
                    AllOf: null,
                    OneOf: null,
                    AnyOf: null,
                    Items: null,
                    Enum: null
                }
            )
        );

    private static void InferTypes(ResolvedSchema shape)
    {
        if (shape is { TypesAreNarrowable: true, Types: { } loose })
        {
            if (shape.Properties.Count > 0 && (loose & JsonSchemaType.Object) != 0)
                shape.Types = JsonSchemaType.Object;
            else if (shape.Items is not null && (loose & JsonSchemaType.Array) != 0)
                shape.Types = JsonSchemaType.Array;
        }

        if (shape.Types is not null)
            return;
        if (shape.Properties.Count > 0 || shape.AdditionalProperties is not null)
            shape.Types = JsonSchemaType.Object;
        else if (shape.Items is not null)
            shape.Types = JsonSchemaType.Array;
        else if (shape.Enum is { } values)
            shape.Types = GetJsonTypes(values);
    }

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

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static int? Max(int? a, int? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static int? Min(int? a, int? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);

    private static decimal? Max(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static decimal? Min(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);

    private static decimal? ParseNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    /// <summary>Whether a reference says something beside what it leads to; see <see cref="MergeAnnotations"/>.</summary>
    public static bool HasReferenceAnnotations(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference { Reference: var own }
        && (NullIfBlank(own.Description) is not null || own.Default is not null || own.ReadOnly == true || own.WriteOnly == true);

    /// <summary>The schemas from the place down to the one that is folded.</summary>
    private sealed class MergePath
    {
        private readonly List<IOpenApiSchema> _path = [];
        private HashSet<IOpenApiSchema>? _merged;
        private int _mergeCount;

        /// <summary>Goes into it, unless it is on the way already, or one of too many.</summary>
        public bool TryEnter(IOpenApiSchema schema)
        {
            if (_path.Contains(schema) || (++_mergeCount > MaxMerges && !(_merged ??= new(SchemaReferenceComparer.Instance)).Add(schema)))
                return false;
            _path.Add(schema);
            return true;
        }

        public void Leave() => _path.RemoveAt(_path.Count - 1);
    }
}
