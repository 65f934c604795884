using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>What a <see cref="Conjunction"/> comes to once references are followed and allOf is flattened by intersection.</summary>
internal sealed class Shape
{
    private ValueRules? _rules;

    /// <summary>The JSON types that are left; null where none was ever stated. Null as a type is <see cref="Nullable"/>.</summary>
    public JsonSchemaType? Types { get; set; }

    /// <summary>Whether the JSON types were listed by a schema, oneOf or anyOf that says no more: properties or items beside them narrow them.</summary>
    public bool TypesAreLoose { get; set; }

    public bool Nullable { get; set; }

    public string? Format { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public bool Deprecated { get; set; }

    public JsonNode? Default { get; set; }

    public bool ReadOnly { get; set; }

    public bool WriteOnly { get; set; }

    /// <summary>In the order of the document.</summary>
    public List<string> PropertyOrder { get; } = [];

    public Dictionary<string, Conjunction> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public Conjunction? Items { get; set; }

    public Conjunction? Additional { get; set; }

    public bool AdditionalForbidden { get; set; }

    /// <summary>Whether patterns type some of what is not named: <see cref="Additional"/> is not for all of it then.</summary>
    public bool HasPatterns { get; set; }

    /// <summary>Whether all that is not named is of the type of <see cref="Additional"/>.</summary>
    public bool HasRest => Additional is not null && !AdditionalForbidden && !HasPatterns;

    public List<JsonNode?>? Enum { get; set; }

    /// <summary>The names that <c>x-enum-varnames</c> gives to values, by their JSON.</summary>
    public Dictionary<string, string>? EnumNames { get; set; }

    /// <summary>What <see cref="EnumValues.Find"/> made of the listed values, once it was asked.</summary>
    public EnumValues? Values { get; set; }

    /// <summary>Each oneOf or anyOf that holds.</summary>
    public List<Choice> Choices { get; } = [];

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
    public ValueRules Rules => _rules ??= new(
        Is(JsonSchemaType.String) ? ScalarTypes.Check(Format) : StringFormat.None,
        MinLength, MaxLength, Pattern, Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf, MinItems, MaxItems, UniqueItems);

    public bool Is(JsonSchemaType type) => Types == type;

    /// <summary>Whether it leaves something to choose, among alternatives or JSON types.</summary>
    public bool IsChoice => Choices.Count > 0 || HasSeveralTypes;

    public bool HasSeveralTypes => Types is { } types && types != (JsonSchemaType.Number | JsonSchemaType.Integer) && (types & (types - 1)) != 0;

    /// <summary>Whether it says no more than which JSON types a value may have.</summary>
    public bool IsBare => Properties.Count == 0 && Items is null && Additional is null && !AdditionalForbidden && Enum is null && Choices.Count == 0 && Format is null;

    public Documentation Docs(string pointer) => new(
        Description.Length > 0 ? Description : Title,
        Pointer: pointer,
        Deprecated: Deprecated);
}
