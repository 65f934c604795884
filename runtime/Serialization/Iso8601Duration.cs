using System.Xml;

namespace CfGen.Serialization;

/// <summary>Parses and formats durations such as <c>PT1H30M</c>. Years and months have no fixed length and are not accepted.</summary>
internal static class Iso8601Duration
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        int time = text.IndexOf('T', StringComparison.Ordinal);
        ReadOnlySpan<char> date = time < 0 ? text : text.AsSpan(0, time);
        if (date.IndexOfAny('Y', 'M') >= 0)
            return false;
        try
        {
            value = date.EndsWith("W")
                ? TimeSpan.FromDays(7 * XmlConvert.ToTimeSpan(text.Replace('W', 'D')).TotalDays)
                : XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    public static string Format(TimeSpan value) => XmlConvert.ToString(value);
}
