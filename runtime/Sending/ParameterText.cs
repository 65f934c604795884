using System.Globalization;

namespace CfGen.Infrastructure;

/// <summary>Values of parameters as they travel: lower-case booleans, invariant numbers, RFC 3339 dates with all digits.</summary>
internal static class ParameterText
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(Guid value) => value.ToString("D");

    public static string Of(DateTimeOffset value) => Rfc3339.Format(value);

    public static string Of(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>An item of a list, by its type.</summary>
    public static string OfItem<T>(T value) => value switch
    {
        string text => text,
        bool flag => Of(flag),
        DateTimeOffset time => Of(time),
        DateOnly date => Of(date),
        TimeOnly time => Rfc3339.Format(time),
        TimeSpan duration => Iso8601Duration.Format(duration),
        IOpenEnum known => known.Value,
        Uri uri => uri.OriginalString,
        double number => Of(number),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
