using System.Globalization;
using System.Net;
using System.Text;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

/// <summary>The sentence of a status exception: what was answered to what, the API's own words, the permission, the request id.</summary>
internal static class StatusMessage
{
    private const int MaxErrorLength = 300;
    private const int MaxCodeLength = 60;

    public static string Create(ApiRequestBuilder call, ApiStatusDetails status, string? fallback)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{call.Describe()} was answered with {DescribeStatus(status.StatusCode)}");
        if (call.Attempts > 1)
            text.Append(CultureInfo.InvariantCulture, $" in {call.Attempts} attempts");
        if ((int)status.StatusCode is >= 200 and < 300)
            text.Append(" and success: false");
        string said = DescribeErrors(call, status.Errors, fallback);
        text.Append(said.Length == 0 ? "." : ": " + said);
        if (text[^1] is not ('.' or '!' or '?'))
            text.Append('.');
        if ((int)status.StatusCode == 403 && call.Operation.Permissions is { Length: > 0 } permissions)
            text.Append(CultureInfo.InvariantCulture, $" The operation needs the permission: {permissions}.");
        if (status.RequestId is { } id)
            text.Append(CultureInfo.InvariantCulture, $" Request id: {ToSingleLine(call.Redact(id), 100)}.");
        return call.Redact(text.ToString());
    }

    /// <summary>Number and name of a status, in words: <c>429 Too Many Requests</c>. The server's own reason phrase may say anything.</summary>
    public static string DescribeStatus(HttpStatusCode status)
    {
        var text = new StringBuilder().Append((int)status);
        if (!Enum.IsDefined(status))
            return text.ToString();
        string name = status == HttpStatusCode.OK ? " OK" : status.ToString();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && status != HttpStatusCode.OK)
                text.Append(' ');
            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Text of a server, cut to one short line: nothing of it may look like something else in a log.</summary>
    public static string ToSingleLine(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (char c in text.AsSpan().Trim())
        {
            if (line.Length == most)
                return line.Append('…').ToString();
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    // Redacted before it is cut: the beginning of a credential would stay at the end of a cut line.
    private static string DescribeErrors(ApiRequestBuilder call, IReadOnlyList<ApiError> errors, string? fallback)
    {
        if (errors.Count == 0)
            return fallback is null ? "" : ToSingleLine(call.Redact(fallback), MaxErrorLength);
        var text = new StringBuilder();
        foreach (ApiError error in errors.Take(3))
        {
            if (text.Length > 0)
                text.Append("; ");
            // "is required" says little without what is.
            if (error.Field is { Length: > 0 } field && !error.Message.Contains(field, StringComparison.OrdinalIgnoreCase))
                text.Append(ToSingleLine(call.Redact(field), MaxCodeLength)).Append(": ");
            text.Append(ToSingleLine(call.Redact(error.Message), MaxErrorLength));
            if (error.CodeText is { } code)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{(error.Message.Length == 0 ? "" : " ")}(code {ToSingleLine(call.Redact(code), MaxCodeLength)})"
                );
        }

        if (errors.Count > 3)
            text.Append(CultureInfo.InvariantCulture, $"; and {errors.Count - 3} more");
        return text.ToString();
    }
}
