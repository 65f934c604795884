using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CfGen.Pipeline.Responses;

/// <summary>Reads the errors in a body of any common shape. It never throws.</summary>
internal static class ErrorBodyReader
{
    private const int MaxChainDepth = 8;

    // The first one present is the message; Okta has errorSummary, OAuth error_description, Telegram description, FastAPI msg.
    private static readonly string[] s_messageNames =
    [
        "message",
        "detail",
        "title",
        "errorSummary",
        "errorMessage",
        "error_description",
        "reason",
        "description",
        "msg",
        "fault_message",
    ];

    private static readonly string[] s_codeNames = ["code", "errorCode", "error_code", "errorNumber"];

    /// <summary>Reads the errors of a body; <paramref name="fallback"/> is the message of a shape without a list of errors.</summary>
    public static ErrorList Read(ReadOnlySpan<byte> body, out string? fallback)
    {
        fallback = null;
        if (body.IsEmpty || body.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
            return ErrorList.Empty;
        try
        {
            var reader = new Utf8JsonReader(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            // FastAPI has the list as the detail of a problem, Bunq as Error.
            ErrorList errors =
                FindProperty(root, "errors") is { } list ? ReadList(list)
                : (FindProperty(root, "detail") ?? FindProperty(root, "error")) is { ValueKind: JsonValueKind.Array } details
                    ? ReadList(details)
                : ErrorList.Empty;
            if (errors.Count > 0)
                return errors;
            fallback = ReadMessage(root);
            return ReadSingleError(root) is { } error ? new ErrorList([error], 1) : ErrorList.Empty;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ErrorList.Empty;
        }
    }

    /// <summary>Decides whether a body is an envelope with <c>success: false</c>.</summary>
    public static bool IsFailureEnvelope(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool success = reader.ValueTextEquals("success"u8);
                reader.Read();
                if (success)
                    return reader.TokenType == JsonTokenType.False;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Not JSON: the caller reports that.
        }

        return false;
    }

    /// <summary>
    /// Reads <c>errors</c> or <c>messages</c>; an object of lists, which ASP.NET Core sends, gives one error for each text.
    /// </summary>
    public static ErrorList ReadList(JsonElement list)
    {
        int budget = ErrorList.MaxLength;
        return ReadList(list, 0, ref budget);
    }

    /// <param name="list">The errors.</param>
    /// <param name="depth">The number of errors around them.</param>
    /// <param name="budget">The number of errors that may still be kept, those in chains included.</param>
    private static ErrorList ReadList(JsonElement list, int depth, ref int budget)
    {
        var errors = new List<ApiError>();
        int count = 0;
        if (list.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in list.EnumerateObject())
                count += ReadFieldErrors(field, errors, ref budget);
        }
        else if (list.ValueKind == JsonValueKind.Array && depth <= MaxChainDepth)
        {
            foreach (JsonElement entry in list.EnumerateArray())
            {
                bool isError = entry.ValueKind is JsonValueKind.Object or JsonValueKind.String;
                count += isError ? 1 : 0;
                if (isError && budget-- > 0)
                    errors.Add(
                        entry.ValueKind == JsonValueKind.Object
                            ? ReadError(entry, depth, ref budget)
                            : new ApiError { Message = entry.GetString()! }
                    );
            }
        }

        return count == 0 ? ErrorList.Empty : new ErrorList(errors, count);
    }

    /// <returns>The number of errors, also of those that are not kept.</returns>
    private static int ReadFieldErrors(JsonProperty field, List<ApiError> errors, ref int budget)
    {
        if (field.Value.ValueKind != JsonValueKind.Array)
            return ReadFieldError(field.Name, field.Value, errors, ref budget);
        int count = 0;
        foreach (JsonElement text in field.Value.EnumerateArray())
            count += ReadFieldError(field.Name, text, errors, ref budget);
        return count;
    }

    private static int ReadFieldError(string field, JsonElement text, List<ApiError> errors, ref int budget)
    {
        if (text.ValueKind != JsonValueKind.String)
            return 0;
        if (budget-- > 0)
            errors.Add(new ApiError { Message = text.GetString()!, Field = field.Length > 0 ? field : null });
        return 1;
    }

    private static ApiError ReadError(JsonElement entry, int depth, ref int budget) =>
        new()
        {
            Code = ReadCode(entry),
            CodeText = ReadCodeText(entry),
            Message = ReadFirstText(entry, s_messageNames) ?? "",
            Field = ReadFirstText(entry, ["field", "property", "param", "parameter"]) ?? ReadLocation(entry),
            DocumentationUrl = ReadFirstText(entry, ["documentation_url", "doc_url", "help_url", "errorLink"]),
            Pointer = FindProperty(entry, "source") is { ValueKind: JsonValueKind.Object } source
                ? ReadFirstText(source, ["pointer"])
                : null,
            Chain = (FindProperty(entry, "error_chain") ?? FindProperty(entry, "errorCauses")) is { ValueKind: JsonValueKind.Array } chain
                ? ReadList(chain, depth + 1, ref budget).Errors
                : [],
        };

    /// <summary>Reads the location of FastAPI: <c>["body", "items", 0, "price"]</c> is the field <c>items[0].price</c>.</summary>
    private static string? ReadLocation(JsonElement entry)
    {
        if (FindProperty(entry, "loc") is not { ValueKind: JsonValueKind.Array } location)
            return null;
        var field = new StringBuilder();
        int index = 0;
        foreach (JsonElement step in location.EnumerateArray())
        {
            // The first step is the part of the request.
            if (index++ == 0 && location.GetArrayLength() > 1 && step.ValueKind == JsonValueKind.String)
                continue;
            if (step.ValueKind == JsonValueKind.Number)
                field.Append('[').Append(step.GetRawText()).Append(']');
            else if (step.ValueKind == JsonValueKind.String)
                field.Append(field.Length > 0 ? "." : "").Append(step.GetString());
        }

        return field.Length > 0 ? field.ToString() : null;
    }

    private static int? ReadCode(JsonElement entry)
    {
        if (FindCode(entry) is not { } code)
            return null;
        if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out int number))
            return number;
        return
            code.ValueKind == JsonValueKind.String
            && int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            ? number
            : null;
    }

    private static JsonElement? FindCode(JsonElement entry)
    {
        foreach (string name in s_codeNames)
        {
            if (FindProperty(entry, name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } code)
                return code;
        }

        return null;
    }

    /// <summary>
    /// Returns the code: <c>code</c>, OAuth's <c>error</c> with its description, or a <c>type</c> that is a word (problem+json has a URL
    /// there).
    /// </summary>
    private static string? ReadCodeText(JsonElement entry)
    {
        if (FindCode(entry) is { } code)
            return code.ToString();
        return FindProperty(entry, "error_description") is not null ? ReadFirstText(entry, ["error"])
            : ReadFirstText(entry, ["type"]) is { } type
            && !type.Contains(':', StringComparison.Ordinal)
            && !type.Contains('/', StringComparison.Ordinal)
                ? type
            : null;
    }

    /// <summary>Reads a body that is one error, or has it as <c>error</c>, and has a code, which the message alone would lose.</summary>
    private static ApiError? ReadSingleError(JsonElement root)
    {
        JsonElement entry = FindProperty(root, "error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        int budget = ErrorList.MaxLength;
        return ReadError(entry, 0, ref budget) is { CodeText: not null, Message.Length: > 0 } error ? error : null;
    }

    // problem+json, { "error": "..." }, { "error": { "message": "..." } }, { "message": "..." }
    private static string? ReadMessage(JsonElement root)
    {
        if (FindProperty(root, "error") is { ValueKind: JsonValueKind.Object } error && ReadFirstText(error, s_messageNames) is { } inner)
            return inner;
        return ReadFirstText(root, ["detail", .. s_messageNames, "error", "err"]);
    }

    private static string? ReadFirstText(JsonElement element, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (FindProperty(element, name) is { ValueKind: JsonValueKind.String } value)
                return value.GetString();
        }

        return null;
    }

    /// <summary>Finds a property in any case: APIs of .NET write <c>Message</c>.</summary>
    private static JsonElement? FindProperty(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out JsonElement value))
            return value;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }
}
