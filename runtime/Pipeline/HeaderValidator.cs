using CfGen.Pipeline.Parameters;
using CfGen.Pipeline.Responses;
using CfGen.Validation;

namespace CfGen.Pipeline;

/// <summary>Checks the headers that the options of the client and of the call set.</summary>
internal static class HeaderValidator
{
    public static void Check(ref Violations? violations, ConnectionSettings settings, RequestOptions? options)
    {
        CheckHeaders(ref violations, settings.Headers, "DefaultHeaders");
        if (options?.HeadersOrNull is { } headers)
            CheckHeaders(ref violations, headers, "options.Headers");
        if (options?.IdempotencyKey is { } key && !HeaderFormat.IsValidValue(key))
            (violations ??= new()).Add(
                new Argument("options.IdempotencyKey", "Idempotency-Key", "header", ""),
                "header value",
                "has a control character, which a header cannot carry"
            );
    }

    private static void CheckHeaders(ref Violations? violations, IEnumerable<KeyValuePair<string, string>> headers, string optionName)
    {
        foreach ((string name, string value) in headers)
        {
            if (!HeaderFormat.IsValidName(name) || value is null || !HeaderFormat.IsValidValue(value))
                (violations ??= new()).Add(
                    new Argument(
                        $"{optionName}[\"{StatusMessage.ToSingleLine(name, 60)}\"]",
                        StatusMessage.ToSingleLine(name, 60),
                        "header",
                        ""
                    ),
                    "header",
                    "is not a valid header: the name has a character that names cannot have, or the value has a control character"
                );
        }
    }
}
