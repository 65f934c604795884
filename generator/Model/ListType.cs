namespace CfGen.Generator.Model;

internal sealed record ListType(TypeRef Item) : TypeRef
{
    public override bool IsValueType => false;
}
