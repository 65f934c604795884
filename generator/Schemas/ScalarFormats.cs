using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The C# type and the check of each scalar JSON type and <c>format</c>. A new format is one entry.</summary>
internal static class ScalarFormats
{
    /// <summary>The format of a .NET TimeSpan, such as <c>1.02:03:04</c>.</summary>
    public const string TimeSpan = "time-span";

    // The type of a value, and the check of a string that stays a string.
    private static readonly Dictionary<string, StringEntry> s_strings = new(StringComparer.Ordinal)
    {
        ["uuid"] = new(ScalarKind.Guid, StringFormat.Uuid),
        ["guid"] = new(ScalarKind.Guid, StringFormat.Uuid),
        ["date-time"] = new(ScalarKind.DateTime, StringFormat.DateTime),
        ["date"] = new(ScalarKind.Date, StringFormat.Date),
        ["time"] = new(ScalarKind.OffsetTime, StringFormat.Time),
        ["partial-time"] = new(ScalarKind.Time, StringFormat.None),
        ["duration"] = new(ScalarKind.Duration, StringFormat.None),
        [TimeSpan] = new(ScalarKind.TimeSpan, StringFormat.None),
        ["timespan"] = new(ScalarKind.TimeSpan, StringFormat.None),
        ["date-span"] = new(ScalarKind.TimeSpan, StringFormat.None),
        ["uri"] = new(ScalarKind.Uri, StringFormat.Uri),
        ["byte"] = new(ScalarKind.Bytes, StringFormat.None),
        ["ipv4"] = new(ScalarKind.IPAddress, StringFormat.Ipv4),
        ["ipv6"] = new(ScalarKind.IPAddress, StringFormat.Ipv6),
        ["email"] = new(ScalarKind.String, StringFormat.Email),
        ["hostname"] = new(ScalarKind.String, StringFormat.Hostname),
        ["password"] = new(ScalarKind.String, StringFormat.None),
    };

    private static readonly StringEntry s_plainString = new(ScalarKind.String, StringFormat.None);

    // The type of a number. Case does not matter: .NET type names are in use as formats, too. A value of 8 or 16 bits is an int, as
    // everywhere in .NET. The limits are those of the format where the type holds more.
    private static readonly Dictionary<string, NumberEntry> s_numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["int8"] = new(ScalarKind.Int32, sbyte.MinValue, sbyte.MaxValue),
        ["sbyte"] = new(ScalarKind.Int32, sbyte.MinValue, sbyte.MaxValue),
        ["uint8"] = new(ScalarKind.Int32, byte.MinValue, byte.MaxValue),
        ["int16"] = new(ScalarKind.Int32, short.MinValue, short.MaxValue),
        ["short"] = new(ScalarKind.Int32, short.MinValue, short.MaxValue),
        ["uint16"] = new(ScalarKind.Int32, ushort.MinValue, ushort.MaxValue),
        ["ushort"] = new(ScalarKind.Int32, ushort.MinValue, ushort.MaxValue),
        ["int32"] = new(ScalarKind.Int32),
        ["int"] = new(ScalarKind.Int32),
        ["uint32"] = new(ScalarKind.Int64, uint.MinValue, uint.MaxValue),
        ["uint"] = new(ScalarKind.Int64, uint.MinValue),
        ["int64"] = new(ScalarKind.Int64),
        ["long"] = new(ScalarKind.Int64),
        ["uint64"] = new(ScalarKind.UInt64),
        ["ulong"] = new(ScalarKind.UInt64),
        ["int128"] = new(ScalarKind.Int128),
        ["uint128"] = new(ScalarKind.UInt128),
        ["float"] = new(ScalarKind.Single),
        ["float32"] = new(ScalarKind.Single),
        ["single"] = new(ScalarKind.Single),
        ["double"] = new(ScalarKind.Double),
        ["float64"] = new(ScalarKind.Double),
        ["decimal"] = new(ScalarKind.Decimal),
        ["decimal128"] = new(ScalarKind.Decimal),
        ["currency"] = new(ScalarKind.Decimal),
        ["money"] = new(ScalarKind.Decimal),
    };

    // JavaScript writes the largest long as 9223372036854776000.
    private const decimal MaxRoundedInt64 = 10_000_000_000_000_000_000m;

    private static readonly NumberEntry s_integer = new(ScalarKind.Int64);
    private static readonly NumberEntry s_number = new(ScalarKind.Double);

    /// <summary>The C# type of a scalar; null where the schema is none.</summary>
    public static ScalarType? TryResolve(ResolvedSchema schema) =>
        schema.Types switch
        {
            JsonSchemaType.String => new ScalarType(GetStringEntry(schema.Format).Kind),
            JsonSchemaType.Boolean => new ScalarType(ScalarKind.Boolean),
            JsonSchemaType.Integer or JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.Integer) => new ScalarType(
                GetNumberKind(schema),
                schema.NumberText
            ),
            _ => null,
        };

    /// <summary>The check of a string of the format.</summary>
    public static StringFormat GetCheck(string? format) => GetStringEntry(format).Check;

    /// <summary>Adds the limits of a number's format, where its C# type holds more.</summary>
    public static ValueRules AddLimits(ResolvedSchema schema, ValueRules rules)
    {
        NumberEntry entry = GetNumberEntry(schema);
        return rules with
        {
            Minimum = rules.Minimum > entry.Minimum ? rules.Minimum : entry.Minimum ?? rules.Minimum,
            Maximum = rules.Maximum < entry.Maximum ? rules.Maximum : entry.Maximum ?? rules.Maximum,
        };
    }

    /// <summary>True for the formats of numbers.</summary>
    public static bool IsNumeric(string format) => s_numbers.ContainsKey(format);

    /// <summary>True for the formats of whole numbers.</summary>
    public static bool IsInteger(string format) => s_numbers.TryGetValue(format, out NumberEntry? entry) && IsWhole(entry.Kind);

    /// <summary>True for the formats of strings.</summary>
    public static bool IsText(string format) => s_strings.ContainsKey(format);

    private static StringEntry GetStringEntry(string? format) =>
        format is not null && s_strings.TryGetValue(format, out StringEntry? entry) ? entry : s_plainString;

    private static ScalarKind GetNumberKind(ResolvedSchema schema)
    {
        ScalarKind kind = GetNumberEntry(schema).Kind;
        // Without a format it is a JSON integer, which is wider than an int: ids and byte counts outgrow it. Few outgrow a long.
        return kind == ScalarKind.Int64 && schema.MergedConstraints is { Minimum: >= 0, Maximum: > MaxRoundedInt64 }
            ? ScalarKind.UInt64
            : kind;
    }

    private static NumberEntry GetNumberEntry(ResolvedSchema schema)
    {
        bool isInteger = schema.Types == JsonSchemaType.Integer;
        return schema.Format is { } format && s_numbers.TryGetValue(format, out NumberEntry? entry) && (!isInteger || IsWhole(entry.Kind))
                ? entry
            : isInteger ? s_integer
            : s_number;
    }

    private static bool IsWhole(ScalarKind kind) =>
        kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int128 or ScalarKind.UInt128;

    private sealed record StringEntry(ScalarKind Kind, StringFormat Check);

    private sealed record NumberEntry(ScalarKind Kind, decimal? Minimum = null, decimal? Maximum = null);
}
