using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>A <see cref="SchemaIntersection"/> with its references followed and its allOf merged.</summary>
internal sealed class ResolvedSchema
{
    private ValueRules? _constraints;
    private string? _declaredFormat;
    private bool _isFormatInferred;

    /// <summary>The number of schemas that were merged, which is what the merge costs.</summary>
    public int PartCount { get; set; }

    /// <summary>The JSON types without null, which is <see cref="IsNullable"/>; null where no schema has a type.</summary>
    public JsonSchemaType? Types { get; set; }

    /// <summary>True where a schema, oneOf or anyOf only lists JSON types: properties or items beside them narrow them.</summary>
    public bool TypesAreNarrowable { get; set; }

    /// <summary>True where one schema lists several JSON types, rather than alternatives that have one each.</summary>
    public bool IsTypeList { get; set; }

    /// <summary>The JSON forms of a number.</summary>
    public NumberText NumberText { get; set; }

    /// <summary>The JSON types before a number or a string became the number; null for all other schemas.</summary>
    public JsonSchemaType? TextAlternatives { get; set; }

    public bool IsNullable { get; set; }

    public string? Format { get; set; }

    /// <summary>The format as the document has it; <see cref="Format"/> may be one that was inferred.</summary>
    public string? DeclaredFormat => _isFormatInferred ? _declaredFormat : Format;

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public bool IsDeprecated { get; set; }

    public JsonNode? Default { get; set; }

    public JsonNode? Example { get; set; }

    public bool IsReadOnly { get; set; }

    public bool IsWriteOnly { get; set; }

    /// <summary>True if the document marks the value as a secret: a password, or what a server never returns.</summary>
    public bool IsSecret => IsWriteOnly || string.Equals(Format, "password", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of the properties in the order of the document.</summary>
    public List<string> PropertyOrder { get; } = [];

    public Dictionary<string, SchemaIntersection> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public SchemaIntersection? Items { get; set; }

    /// <summary>The schemas of the positions of a tuple; <see cref="Items"/> is that of the items after them.</summary>
    public List<SchemaIntersection> Positions { get; } = [];

    /// <summary>True where the schema forbids items after the positions in words; see <see cref="IsClosedTuple"/>.</summary>
    public bool ForbidsMoreItems { get; set; }

    /// <summary>True for an array whose positions have schemas of their own.</summary>
    public bool IsTuple => Positions.Count > 0 && HasType(JsonSchemaType.Array);

    /// <summary>True for a tuple without items after its positions.</summary>
    public bool IsClosedTuple => ForbidsMoreItems || MergedConstraints.MaxItems <= Positions.Count;

    public SchemaIntersection? AdditionalProperties { get; set; }

    public bool ForbidsAdditionalProperties { get; set; }

    /// <summary>The schema of the names of all properties.</summary>
    public SchemaIntersection? PropertyNames { get; set; }

    /// <summary>The properties that others require, with the pointer of the rule.</summary>
    public List<(string Other, string Name, string Pointer)> Dependencies { get; } = [];

    /// <summary>The schemas of the properties whose names match a pattern.</summary>
    public List<LocatedSchema> PatternProperties { get; } = [];

    /// <summary>True where <see cref="AdditionalProperties"/> is the type of every property that is not named.</summary>
    public bool HasTypedAdditionalProperties => AdditionalProperties is not null && !ForbidsAdditionalProperties;

    /// <summary>The enum without null; null where there is none.</summary>
    public List<JsonNode?>? Enum { get; set; }

    /// <summary>The names that <c>x-enum-varnames</c> gives to values, by their JSON.</summary>
    public Dictionary<string, string>? EnumNames { get; set; }

    /// <summary>The name that an extension gives to the type of the enum; null where there is none.</summary>
    public string? EnumTypeName { get; set; }

    /// <summary>The descriptions that extensions give to values, by their JSON.</summary>
    public Dictionary<string, string>? EnumDescriptions { get; set; }

    /// <summary>The cached result of <see cref="EnumValues.TryCreate"/>.</summary>
    public EnumValues? EnumValues { get; set; }

    /// <summary>Each oneOf or anyOf.</summary>
    public List<SchemaUnion> Unions { get; } = [];

    /// <summary>The constraints as the schemas have them, without the check of the format.</summary>
    public ValueRules MergedConstraints { get; set; } = ValueRules.None;

    /// <summary>The pointer of the pattern among the constraints; empty where there is none.</summary>
    public string PatternPointer { get; set; } = "";

    /// <summary>The checks of a value before it is sent. The pattern is that of the document.</summary>
    public ValueRules Constraints =>
        _constraints ??=
            HasType(JsonSchemaType.String) ? MergedConstraints with { Format = ScalarFormats.GetCheck(Format) }
            : Types is JsonSchemaType.Integer or JsonSchemaType.Number ? ScalarFormats.AddLimits(this, MergedConstraints)
            : MergedConstraints;

    /// <summary>True where a value may have one of several alternatives or JSON types.</summary>
    public bool IsUnion => Unions.Count > 0 || HasMultipleTypes;

    public bool HasMultipleTypes =>
        Types is { } types && types != (JsonSchemaType.Number | JsonSchemaType.Integer) && (types & (types - 1)) != 0;

    /// <summary>True where the schema has nothing but JSON types that a type depends on.</summary>
    public bool IsTypeOnly =>
        Properties.Count == 0
        && Items is null
        && Positions.Count == 0
        && AdditionalProperties is null
        && !ForbidsAdditionalProperties
        && Enum is null
        && Unions.Count == 0
        && Format is null;

    /// <summary>Sets the format that a schema means.</summary>
    public void InferFormat(string format)
    {
        (_declaredFormat, _isFormatInferred) = (DeclaredFormat, true);
        Format = format;
    }

    /// <summary>True where the JSON type is the only one.</summary>
    public bool HasType(JsonSchemaType type) => Types == type;

    public Documentation CreateDocumentation(string pointer) =>
        new(Description.Length > 0 ? Description : Title, Pointer: pointer, Deprecated: IsDeprecated);
}
