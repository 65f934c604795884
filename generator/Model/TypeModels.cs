namespace CfGen.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel(string Name, Documentation Docs);

/// <summary>An object schema as a record or class.</summary>
/// <param name="KeepsUnknown">Whether members that the document does not know are kept for a round trip.</param>
/// <param name="IsChecked">Whether it is sent and has rules to hold.</param>
internal sealed record RecordModel(
    string Name,
    Documentation Docs,
    EquatableArray<PropertyModel> Properties,
    bool KeepsUnknown,
    bool IsChecked) : TypeModel(Name, Docs);

/// <param name="Name">C# name.</param>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Required">Whether the member must be there.</param>
/// <param name="Nullable">Whether null is one of its values.</param>
/// <param name="Optional">Whether absent, null and a value are three things: the property is an <c>Optional&lt;T&gt;</c>.</param>
/// <param name="IsChecked">Whether the values, or those in the list or map, have rules of their own.</param>
internal sealed record PropertyModel(
    string Name,
    string WireName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    bool Optional,
    ValueRules Rules,
    bool IsChecked,
    Documentation Docs);

/// <summary>A string enumeration as an open enum.</summary>
internal sealed record EnumModel(string Name, Documentation Docs, EquatableArray<EnumMember> Members) : TypeModel(Name, Docs);

internal sealed record EnumMember(string Name, string Value);

/// <summary>The document's words about a thing, as they stand in the document: escaping is the emitter's job.</summary>
internal sealed record Documentation(string Summary, string Remarks = "", string Pointer = "", bool Deprecated = false)
{
    public static Documentation None { get; } = new("");
}

/// <summary>
/// A line of the document, for documentation only. All lines are equal, so that a line that moved regenerates nothing
/// (docs/architecture.md tells why that is right).
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
