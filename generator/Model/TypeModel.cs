namespace CfGen.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel(string Name, Documentation Docs);

/// <summary>An object schema as a record or class.</summary>
/// <param name="AdditionalProperties">The members that the document types without naming them; null where it types none.</param>
/// <param name="KeepsUnknownProperties">Whether members that the document does not know are kept for a round trip.</param>
/// <param name="IsValidated">Whether it is sent and has rules to hold.</param>
/// <param name="Directions">Which of reader and writer it has.</param>
internal sealed record RecordModel(
    string Name,
    Documentation Docs,
    EquatableArray<PropertyModel> Properties,
    AdditionalPropertiesModel? AdditionalProperties,
    bool KeepsUnknownProperties,
    bool IsValidated,
    SerializationDirections Directions
) : TypeModel(Name, Docs);

/// <summary>Which ways a type goes through JSON: what is only received has no writer, what is only sent no reader.</summary>
[Flags]
internal enum SerializationDirections
{
    None,
    Read,
    Write,
}

/// <param name="Name">C# name.</param>
/// <param name="SerializedName">The name in JSON.</param>
/// <param name="Required">Whether the member must be there.</param>
/// <param name="Nullable">Whether null is one of its values.</param>
/// <param name="Optional">Whether absent, null and a value are three things: the property is an <c>Optional&lt;T&gt;</c>.</param>
/// <param name="IsValidated">Whether the values, or those in the list or map, have rules of their own.</param>
/// <param name="ReadOnly">Whether only answers have it: requests leave it out.</param>
internal sealed record PropertyModel(
    string Name,
    string SerializedName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    bool Optional,
    ValueRules Rules,
    bool IsValidated,
    bool ReadOnly,
    Documentation Docs
)
{
    /// <summary>Of a list of strings, the rules of each.</summary>
    public ValueRules ItemRules { get; init; } = ValueRules.None;
}

/// <summary>The map of all members that the document types without naming them: <c>additionalProperties</c>.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Value">What each of them is.</param>
/// <param name="IsValidated">Whether the values have rules of their own.</param>
/// <param name="ReadOnly">Whether only answers have them: requests leave them out.</param>
internal sealed record AdditionalPropertiesModel(string Name, TypeRef Value, bool IsValidated, bool ReadOnly, Documentation Docs);

/// <summary>A list of values as an open enum.</summary>
internal sealed record EnumModel(string Name, Documentation Docs, EnumKind Kind, EquatableArray<EnumMember> Members)
    : TypeModel(Name, Docs);

internal enum EnumKind
{
    String,
    Integer,

    /// <summary>Strings, numbers and booleans side by side.</summary>
    Json,
}

/// <param name="Value">The text of the value: of strings itself, of numbers and booleans their JSON.</param>
/// <param name="IsString">Whether it stands in JSON as a string.</param>
internal sealed record EnumMember(string Name, string Value, bool IsString = true);

/// <summary>A oneOf or anyOf as a closed choice of types.</summary>
/// <param name="DiscriminatorName">The property whose value names the arm; empty where none does.</param>
/// <param name="IsDiscriminated">Whether a value without that property is an arm only where no other would do as well: the document says that it tells.</param>
internal sealed record UnionModel(
    string Name,
    Documentation Docs,
    string DiscriminatorName,
    bool IsDiscriminated,
    EquatableArray<UnionCaseModel> Cases,
    SerializationDirections Directions
) : TypeModel(Name, Docs);

/// <param name="Name">C# name of the arm.</param>
/// <param name="Kind">The letter of its JSON type: o, m (an object as a map), a, s, n, b.</param>
/// <param name="Elements">Of an array or map the letters of the JSON types of its elements; empty where they may be any.</param>
/// <param name="DiscriminatorValues">The values of the telling property that name it.</param>
/// <param name="Members">Of an object that no telling property names for sure: its properties.</param>
internal sealed record UnionCaseModel(
    string Name,
    TypeRef Type,
    char Kind,
    string Elements,
    EquatableArray<string> DiscriminatorValues,
    EquatableArray<UnionCaseMember> Members
)
{
    /// <summary>Whether the API may say other values than these for it.</summary>
    public bool IsImplicitMapping { get; init; }
}

/// <param name="Kinds">The letters of the JSON types that it may have, 0 for null; empty where they may be any.</param>
internal sealed record UnionCaseMember(string SerializedName, bool Required, string Kinds)
{
    /// <summary>The only value that it may have, a string; null where there may be others.</summary>
    public string? Constant { get; init; }

    /// <summary>Its own properties, where it is an object: they tell arms apart that look alike from outside.</summary>
    public EquatableArray<UnionCaseMember> Properties { get; init; } = EquatableArray<UnionCaseMember>.Empty;

    /// <summary>Without what says more than the name and the JSON types.</summary>
    public UnionCaseMember WithoutDetails => new(SerializedName, Required, Kinds);
}

/// <summary>The document's words about a thing, as they stand in the document: escaping is the emitter's job.</summary>
/// <param name="Default">The JSON of what a value is where none is sent; empty where that is unknown.</param>
internal sealed record Documentation(string Summary, string Remarks = "", string Pointer = "", bool Deprecated = false, string Default = "")
{
    public static Documentation None { get; } = new("");
}

/// <summary>
/// A line of the document, for documentation only. All lines are equal, so that a line that moved regenerates nothing
/// (docs/design/architecture.md tells why that is right).
/// </summary>
internal readonly struct SourceLine(string file, int line) : IEquatable<SourceLine>
{
    public string File { get; } = file;

    /// <summary>Counted from 1; 0 where it is not known.</summary>
    public int Line { get; } = line;

    public bool Equals(SourceLine other) => true;

    public override bool Equals(object? obj) => obj is SourceLine;

    public override int GetHashCode() => 0;
}
