namespace CfGen.Generator.Model;

/// <summary>A type that this document declares: a record, a union, or an open enum.</summary>
internal sealed record NamedType(string Name, NamedKind Kind) : TypeRef
{
    public override bool IsValueType => Kind == NamedKind.Enum;
}
