using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The C# type and the check of each scalar JSON type and <c>format</c>. A new format is one entry.</summary>
internal static class ScalarFormats
{
    // The type of a value, and the check of a string that stays a string.
    private static readonly Dictionary<string, StringEntry> s_strings = new(StringComparer.Ordinal)
    {
        ["uuid"] = new(ScalarKind.Guid, StringFormat.Uuid),
        ["date-time"] = new(ScalarKind.DateTime, StringFormat.DateTime),
        ["date"] = new(ScalarKind.Date, StringFormat.Date),
        ["time"] = new(ScalarKind.Time, StringFormat.Time),
        ["duration"] = new(ScalarKind.Duration, StringFormat.None),
        ["uri"] = new(ScalarKind.Uri, StringFormat.Uri),
        ["byte"] = new(ScalarKind.Bytes, StringFormat.None),
        ["ipv4"] = new(ScalarKind.IPAddress, StringFormat.Ipv4),
        ["ipv6"] = new(ScalarKind.IPAddress, StringFormat.Ipv6),
        ["email"] = new(ScalarKind.String, StringFormat.Email),
        ["hostname"] = new(ScalarKind.String, StringFormat.Hostname),
    };

    private static readonly StringEntry s_plainString = new(ScalarKind.String, StringFormat.None);

    /// <summary>The C# type of a scalar; null where the schema is none.</summary>
    public static ScalarType? TryResolve(ResolvedSchema schema) =>
        schema.Types switch
        {
            JsonSchemaType.String => new ScalarType(GetStringEntry(schema.Format).Kind),
            JsonSchemaType.Boolean => new ScalarType(ScalarKind.Boolean),
            JsonSchemaType.Integer => new ScalarType(GetIntegerKind(schema.Format)),
            JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.Integer) => new ScalarType(GetNumberKind(schema.Format)),
            _ => null,
        };

    /// <summary>The check of a string of the format.</summary>
    public static StringFormat GetCheck(string? format) => GetStringEntry(format).Check;

    private static StringEntry GetStringEntry(string? format) =>
        format is not null && s_strings.TryGetValue(format, out StringEntry? entry) ? entry : s_plainString;

    // Without a format it is a JSON integer, which is wider than an int: ids and byte counts outgrow it.
    private static ScalarKind GetIntegerKind(string? format) => format == "int32" ? ScalarKind.Int32 : ScalarKind.Int64;

    private static ScalarKind GetNumberKind(string? format) =>
        format switch
        {
            "float" => ScalarKind.Single,
            "decimal" => ScalarKind.Decimal,
            "int32" => ScalarKind.Int32,
            "int64" => ScalarKind.Int64,
            _ => ScalarKind.Double,
        };

    private sealed record StringEntry(ScalarKind Kind, StringFormat Check);
}
