namespace CfGen.Generator.Model;

/// <summary>An element of a list or map, or a result, that may be null.</summary>
internal sealed record NullableType(TypeRef Inner) : TypeRef
{
    public override bool IsValueType => Inner.IsValueType;
}
