using System.Globalization;
using System.Net.Http.Headers;

namespace CfGen.Infrastructure;

/// <summary>How long a server asks to wait: <c>retry-after-ms</c>, else <c>Retry-After</c> in seconds or as an HTTP date.</summary>
internal static class RetryAfter
{
    private static readonly string[] s_dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Number(RequestIds.First(headers, "retry-after-ms")) is { } milliseconds)
            return Span(milliseconds / 1000);
        string? text = RequestIds.First(headers, "Retry-After");
        if (Number(text) is { } seconds)
            return Span(seconds);
        if (DateTimeOffset.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out DateTimeOffset date))
            return date > now ? date - now : TimeSpan.Zero;
        return null;
    }

    private static double? Number(string? text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, 365 * 24 * 3600));
}
