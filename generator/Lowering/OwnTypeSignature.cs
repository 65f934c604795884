using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>The own types as overloads see them: one that is a type of the generator, too, is that type.</summary>
internal static class OwnTypeSignature
{
    private static readonly Dictionary<string, ScalarKind> s_scalars = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarKind.String,
        ["global::System.String"] = ScalarKind.String,
        ["bool"] = ScalarKind.Boolean,
        ["global::System.Boolean"] = ScalarKind.Boolean,
        ["int"] = ScalarKind.Int32,
        ["global::System.Int32"] = ScalarKind.Int32,
        ["long"] = ScalarKind.Int64,
        ["global::System.Int64"] = ScalarKind.Int64,
        ["ulong"] = ScalarKind.UInt64,
        ["global::System.UInt64"] = ScalarKind.UInt64,
        ["global::System.Int128"] = ScalarKind.Int128,
        ["global::System.UInt128"] = ScalarKind.UInt128,
        ["float"] = ScalarKind.Single,
        ["global::System.Single"] = ScalarKind.Single,
        ["double"] = ScalarKind.Double,
        ["global::System.Double"] = ScalarKind.Double,
        ["decimal"] = ScalarKind.Decimal,
        ["global::System.Decimal"] = ScalarKind.Decimal,
        ["global::System.Guid"] = ScalarKind.Guid,
        ["global::System.DateTimeOffset"] = ScalarKind.DateTime,
        ["global::System.DateOnly"] = ScalarKind.Date,
        ["global::System.TimeOnly"] = ScalarKind.Time,
        ["global::System.TimeSpan"] = ScalarKind.Duration,
        ["global::System.Uri"] = ScalarKind.Uri,
        ["byte[]"] = ScalarKind.Bytes,
        ["global::System.Byte[]"] = ScalarKind.Bytes,
        ["global::System.Net.IPAddress"] = ScalarKind.IPAddress,
    };

    // The same type with another codec is one type for C#.
    public static TypeRef Get(OwnType type) =>
        s_scalars.TryGetValue(type.Name, out ScalarKind kind) ? new ScalarType(kind) : type with { Index = 0 };
}
