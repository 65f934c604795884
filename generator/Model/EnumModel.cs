namespace CfGen.Generator.Model;

/// <summary>An enumeration as an open enum.</summary>
internal sealed record EnumModel(string Name, Documentation Docs, EnumKind Kind, EquatableArray<EnumMember> Members)
    : TypeModel(Name, Docs);
