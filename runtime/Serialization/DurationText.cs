using System.Globalization;

namespace CfGen.Serialization;

/// <summary>Parses durations in the forms that servers write: ISO 8601, or the constant form of .NET, such as <c>1.02:03:04</c>.</summary>
internal static class DurationText
{
    public static bool TryParse(string text, out TimeSpan value) =>
        text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value)
            : Iso8601Duration.TryParse(text, out value);
}
