using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Which C# type a JSON type and format come to.</summary>
internal static class ScalarTypes
{
    /// <summary>Null where the shape is no scalar.</summary>
    public static ScalarType? TryResolve(ResolvedSchema shape) =>
        shape.Types switch
        {
            JsonSchemaType.String => new ScalarType(ResolveString(shape.Format)),
            JsonSchemaType.Boolean => new ScalarType(ScalarKind.Boolean),
            JsonSchemaType.Integer => new ScalarType(ResolveInteger(shape)),
            JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.Integer) => new ScalarType(ResolveNumber(shape.Format)),
            _ => null,
        };

    /// <summary>The check that a format asks for, of a string that stays a string.</summary>
    public static StringFormat GetStringFormat(string? format) =>
        format switch
        {
            "uuid" => StringFormat.Uuid,
            "date-time" => StringFormat.DateTime,
            "date" => StringFormat.Date,
            "time" => StringFormat.Time,
            "email" => StringFormat.Email,
            "uri" => StringFormat.Uri,
            "ipv4" => StringFormat.Ipv4,
            "ipv6" => StringFormat.Ipv6,
            "hostname" => StringFormat.Hostname,
            _ => StringFormat.None,
        };

    private static ScalarKind ResolveString(string? format) =>
        format switch
        {
            "uuid" => ScalarKind.Guid,
            "date-time" => ScalarKind.DateTime,
            "date" => ScalarKind.Date,
            "time" => ScalarKind.Time,
            "duration" => ScalarKind.Duration,
            "uri" => ScalarKind.Uri,
            "byte" => ScalarKind.Bytes,
            "ipv4" or "ipv6" => ScalarKind.IPAddress,
            _ => ScalarKind.String,
        };

    private static ScalarKind ResolveInteger(ResolvedSchema shape) =>
        shape.Format switch
        {
            "int32" => ScalarKind.Int32,
            // A document that says no width means a JSON integer, which is wider than an int: ids and byte counts outgrow it.
            _ => ScalarKind.Int64,
        };

    private static ScalarKind ResolveNumber(string? format) =>
        format switch
        {
            "float" => ScalarKind.Single,
            "decimal" => ScalarKind.Decimal,
            "int32" => ScalarKind.Int32,
            "int64" => ScalarKind.Int64,
            _ => ScalarKind.Double,
        };
}
