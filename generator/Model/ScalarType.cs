namespace CfGen.Generator.Model;

internal sealed record ScalarType(ScalarKind Kind) : TypeRef
{
    public override bool IsValueType =>
        Kind
            is not (
                ScalarKind.String
                or ScalarKind.Uri
                or ScalarKind.Bytes
                or ScalarKind.IPAddress
                or ScalarKind.File
                or ScalarKind.Stream
            );

    public bool IsNumber => Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal;
}
