using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>What a <see cref="SchemaIntersection"/> comes to once references are followed and allOf is flattened by intersection.</summary>
internal sealed class ResolvedSchema
{
    private ValueRules? _constraints;

    /// <summary>The JSON types that are left; null where none was ever stated. Null as a type is <see cref="IsNullable"/>.</summary>
    public JsonSchemaType? Types { get; set; }

    /// <summary>Whether the JSON types were listed by a schema, oneOf or anyOf that says no more: properties or items beside them narrow them.</summary>
    public bool TypesAreNarrowable { get; set; }

    public bool IsNullable { get; set; }

    public string? Format { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public bool IsDeprecated { get; set; }

    public JsonNode? Default { get; set; }

    public bool IsReadOnly { get; set; }

    public bool IsWriteOnly { get; set; }

    /// <summary>In the order of the document.</summary>
    public List<string> PropertyOrder { get; } = [];

    public Dictionary<string, SchemaIntersection> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public SchemaIntersection? Items { get; set; }

    public SchemaIntersection? AdditionalProperties { get; set; }

    public bool ForbidsAdditionalProperties { get; set; }

    /// <summary>Whether patterns type some of what is not named: <see cref="AdditionalProperties"/> is not for all of it then.</summary>
    public bool HasPatternProperties { get; set; }

    /// <summary>Whether all that is not named is of the type of <see cref="AdditionalProperties"/>.</summary>
    public bool HasTypedAdditionalProperties => AdditionalProperties is not null && !ForbidsAdditionalProperties && !HasPatternProperties;

    public List<JsonNode?>? Enum { get; set; }

    /// <summary>The names that <c>x-enum-varnames</c> gives to values, by their JSON.</summary>
    public Dictionary<string, string>? EnumNames { get; set; }

    /// <summary>What <see cref="EnumValues.TryCreate"/> made of the listed values, once it was asked.</summary>
    public EnumValues? EnumValues { get; set; }

    /// <summary>Each oneOf or anyOf that holds.</summary>
    public List<SchemaUnion> Unions { get; } = [];

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public string? Pattern { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }

    public decimal? ExclusiveMinimum { get; set; }

    public decimal? ExclusiveMaximum { get; set; }

    public decimal? MultipleOf { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public bool UniqueItems { get; set; }

    /// <summary>What a value is held against before it is sent.</summary>
    public ValueRules Constraints =>
        _constraints ??= new(
            HasType(JsonSchemaType.String) ? ScalarTypes.GetStringFormat(Format) : StringFormat.None,
            MinLength,
            MaxLength,
            Pattern,
            Minimum,
            Maximum,
            ExclusiveMinimum,
            ExclusiveMaximum,
            MultipleOf,
            MinItems,
            MaxItems,
            UniqueItems
        );

    public bool HasType(JsonSchemaType type) => Types == type;

    /// <summary>Whether it leaves something to choose, among alternatives or JSON types.</summary>
    public bool IsUnion => Unions.Count > 0 || HasMultipleTypes;

    public bool HasMultipleTypes =>
        Types is { } types && types != (JsonSchemaType.Number | JsonSchemaType.Integer) && (types & (types - 1)) != 0;

    /// <summary>Whether it says no more than which JSON types a value may have.</summary>
    public bool IsTypeOnly =>
        Properties.Count == 0
        && Items is null
        && AdditionalProperties is null
        && !ForbidsAdditionalProperties
        && Enum is null
        && Unions.Count == 0
        && Format is null;

    public Documentation CreateDocumentation(string pointer) =>
        new(Description.Length > 0 ? Description : Title, Pointer: pointer, Deprecated: IsDeprecated);
}
