namespace CfGen.Generator.Model;

/// <param name="NumberText">The JSON forms of a number.</param>
internal sealed record ScalarType(ScalarKind Kind, NumberText NumberText = NumberText.None) : TypeRef
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

    /// <summary>True for the numbers whose limits are checked.</summary>
    public bool IsNumber =>
        Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal;
}
