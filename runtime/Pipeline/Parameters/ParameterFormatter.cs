using System.Globalization;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Parameters;

/// <summary>Formats parameter values: lower-case booleans, invariant numbers, RFC 3339 dates with all digits.</summary>
internal static class ParameterFormatter
{
    public static string Format(bool value) => value ? "true" : "false";

    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(Guid value) => value.ToString("D");

    public static string Format(DateTimeOffset value) => Rfc3339.Format(value);

    public static string Format(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    public static string Format(TimeOnly value) => Rfc3339.Format(value);

    public static string Format(OffsetTime value) => Rfc3339.Format(value);

    public static string Format(TimeSpan value) => Iso8601Duration.Format(value);

    public static string FormatTimeSpan(TimeSpan value) => value.ToString("c");

    /// <summary>Formats an item of a list by its type.</summary>
    public static string FormatItem<T>(T value) =>
        value switch
        {
            string text => text,
            bool flag => Format(flag),
            DateTimeOffset time => Format(time),
            DateOnly date => Format(date),
            TimeOnly time => Format(time),
            OffsetTime time => Format(time),
            TimeSpan duration => Format(duration),
            IOpenEnum known => known.Value,
            Uri uri => uri.OriginalString,
            double number => Format(number),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
