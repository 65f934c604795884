using System.Net.Http.Headers;
using System.Text;
using CfGen.CodeGen;
using CfGen.Pipeline.Hooks;
using CfGen.Pipeline.Parameters;
using CfGen.Pipeline.Responses;
using CfGen.Validation;

namespace CfGen.Pipeline;

/// <summary>Checks the headers that the options of the client and of the call set, and those that the transport cannot send.</summary>
internal static class HeaderValidator
{
    private const string NotAscii = "has a character outside of ASCII, which the transport cannot send in a header";

    public static void Check(
        ref Violations? violations,
        ApiConnection connection,
        ConnectionSettings settings,
        RequestOptions? options,
        List<HeaderParameter>? parameters
    )
    {
        if (parameters is not null)
            CheckParameters(ref violations, connection, parameters);
        if (settings.Headers.Length > 0)
            CheckHeaders(ref violations, connection, settings.Headers, "DefaultHeaders");
        if (options is null)
            return;
        if (options.HeadersOrNull is { } headers)
            CheckHeaders(ref violations, connection, headers, "options.Headers");
        CheckText(ref violations, connection, options.IdempotencyKey, "options.IdempotencyKey", "Idempotency-Key");
        CheckText(ref violations, connection, options.CorrelationId, "options.CorrelationId", CorrelationId.GetHeader(settings));
    }

    /// <summary>Decides whether a request failed because a header is not ASCII: a handler that nobody knows may refuse it.</summary>
    public static bool HasUnsendableHeader(ApiMessage message)
    {
        if (message.Response is not null || message.HttpRequest is not { } request)
            return false;
        foreach ((_, HeaderStringValues values) in request.Headers.NonValidated)
        {
            foreach (string value in values)
            {
                if (!Ascii.IsValid(value))
                    return true;
            }
        }

        return false;
    }

    private static bool CanSend(ApiConnection connection, string value) => Ascii.IsValid(value) || !connection.Transport.RequiresAscii;

    private static void CheckParameters(ref Violations? violations, ApiConnection connection, List<HeaderParameter> parameters)
    {
        foreach (HeaderParameter parameter in parameters)
        {
            if (!parameter.IsCookie && !CanSend(connection, parameter.Value)) // the value of a cookie is encoded
                (violations ??= new()).Add(new Argument(parameter.Name, parameter.Name, "header", ""), "header value", NotAscii);
        }
    }

    private static void CheckText(ref Violations? violations, ApiConnection connection, string? value, string optionName, string header)
    {
        if (value is null)
            return;
        string? problem =
            !HeaderFormat.IsValidValue(value) ? "has a control character, which a header cannot carry"
            : CanSend(connection, value) ? null
            : NotAscii;
        if (problem is not null)
            (violations ??= new()).Add(new Argument(optionName, header, "header", ""), "header value", problem);
    }

    private static void CheckHeaders(
        ref Violations? violations,
        ApiConnection connection,
        IEnumerable<KeyValuePair<string, string>> headers,
        string optionName
    )
    {
        foreach ((string name, string value) in headers)
        {
            string? problem =
                !HeaderFormat.IsValidName(name) || value is null || !HeaderFormat.IsValidValue(value)
                    ? "is not a valid header: the name has a character that names cannot have, or the value has a control character"
                : CanSend(connection, value) ? null
                : NotAscii;
            if (problem is not null)
                (violations ??= new()).Add(
                    new Argument(
                        $"{optionName}[\"{StatusMessage.ToSingleLine(name, 60)}\"]",
                        StatusMessage.ToSingleLine(name, 60),
                        "header",
                        ""
                    ),
                    "header",
                    problem
                );
        }
    }
}
