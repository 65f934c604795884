namespace CfGen.Generator.Model;

internal sealed record MapType(TypeRef Value) : TypeRef
{
    public override bool IsValueType => false;
}
