using System.Globalization;
using System.Net.Http.Headers;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>Reads the delay that a server asks for: <c>retry-after-ms</c>, else <c>Retry-After</c> in seconds or as an HTTP date.</summary>
internal static class RetryAfterHeader
{
    private static readonly string[] s_dateFormats = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (ParseNumber(RequestIdHeader.ReadHeader(headers, "retry-after-ms")) is { } milliseconds)
            return ToTimeSpan(milliseconds / 1000);
        string? text = RequestIdHeader.ReadHeader(headers, "Retry-After");
        if (ParseNumber(text) is { } seconds)
            return ToTimeSpan(seconds);
        if (
            DateTimeOffset.TryParseExact(
                text,
                s_dateFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out DateTimeOffset date
            )
        )
            return date > now ? date - now : TimeSpan.Zero;
        return null;
    }

    private static double? ParseNumber(string? text) =>
        double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out double number
        ) && double.IsFinite(number)
            ? number
            : null;

    private static TimeSpan ToTimeSpan(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, 365 * 24 * 3600));
}
