using System.Globalization;
using System.Net;
using System.Text;

namespace CfGen.Pipeline.Responses;

/// <summary>
/// Creates the message of a status exception: the operation, the status, the API's own words, the permission, the request id.
/// </summary>
internal static class StatusMessage
{
    private const int MaxErrors = 3;
    private const int MaxErrorLength = 300;
    private const int MaxCodeLength = 60;

    public static string Create(ApiMessage message, ApiStatusDetails status, string? fallback)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{message.Request.Describe()} returned {DescribeStatus(status.StatusCode)}");
        if (message.Attempt > 1)
            text.Append(CultureInfo.InvariantCulture, $" after {message.Attempt} attempts");
        if ((int)status.StatusCode is >= 200 and < 300)
            text.Append(" and success: false");
        string errors = DescribeErrors(message, status.Errors, fallback);
        text.Append(errors.Length == 0 ? "." : ": " + errors);
        if (text[^1] is not ('.' or '!' or '?'))
            text.Append('.');
        if ((int)status.StatusCode == 403 && message.Request.Operation.Permissions is { Length: > 0 } permissions)
            text.Append(CultureInfo.InvariantCulture, $" The operation needs the permission: {permissions}.");
        if ((int)status.StatusCode == 401 && message.Request.Settings.Credentials.DescribeAbsent(message.Request) is { } absent)
            text.Append(' ').Append(absent);
        if (status.RequestId is { } id)
            text.Append(CultureInfo.InvariantCulture, $" Request id: {ToSingleLine(message.Redact(id), 100)}.");
        return message.Redact(text.ToString());
    }

    /// <summary>Gets number and name of a status: <c>429 Too Many Requests</c>. The reason phrase of the server may say anything.</summary>
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

    /// <summary>Cuts text of a server to one short line, so that no part of it looks like another entry in a log.</summary>
    public static string ToSingleLine(string text, int maxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (char c in text.AsSpan().Trim())
        {
            if (line.Length == maxLength)
                return line.Append('…').ToString();
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    // Redacted before it is cut: the beginning of a credential would stay at the end of a cut line.
    private static string DescribeErrors(ApiMessage message, ErrorList errors, string? fallback)
    {
        if (errors.Count == 0)
            return fallback is null ? "" : ToSingleLine(message.Redact(fallback), MaxErrorLength);
        var text = new StringBuilder();
        int shown = Math.Min(errors.Errors.Count, MaxErrors);
        for (int i = 0; i < shown; i++)
        {
            ApiError error = errors.Errors[i];
            if (text.Length > 0)
                text.Append("; ");
            // "is required" says little without the field.
            if (error.Field is { Length: > 0 } field && !error.Message.Contains(field, StringComparison.OrdinalIgnoreCase))
                text.Append(ToSingleLine(message.Redact(field), MaxCodeLength)).Append(": ");
            text.Append(ToSingleLine(message.Redact(error.Message), MaxErrorLength));
            if (error.CodeText is { } code)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{(error.Message.Length == 0 ? "" : " ")}(code {ToSingleLine(message.Redact(code), MaxCodeLength)})"
                );
        }

        if (errors.Count > shown)
            text.Append(CultureInfo.InvariantCulture, $"; and {errors.Count - shown} more");
        return text.ToString();
    }
}
