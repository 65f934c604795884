using System.Globalization;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>Reads what an API says of an error, whatever the shape: it never fails.</summary>
internal static class ErrorReader
{
    private const int DeepestChain = 8;

    // The first that is there says what went wrong; Okta has errorSummary, OAuth error_description, Telegram description, FastAPI msg.
    private static readonly string[] s_sentences = ["message", "detail", "title", "errorSummary", "errorMessage", "error_description", "reason", "description", "msg", "fault_message"];

    private static readonly string[] s_codes = ["code", "errorCode", "error_code", "errorNumber"];

    /// <summary>The errors of a body; <paramref name="fallback"/> is a sentence from a shape without a list of errors.</summary>
    public static IReadOnlyList<ApiError> Read(ReadOnlySpan<byte> body, out string? fallback)
    {
        fallback = null;
        if (body.IsEmpty || body.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
            return [];
        try
        {
            var reader = new Utf8JsonReader(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            // FastAPI has the list as the detail of what otherwise is a problem, Bunq as Error.
            IReadOnlyList<ApiError> errors = Any(root, "errors") is { } list ? List(list)
                : (Any(root, "detail") ?? Any(root, "error")) is { ValueKind: JsonValueKind.Array } details ? List(details)
                : [];
            if (errors.Count > 0)
                return errors;
            fallback = Fallback(root);
            return Single(root) is { } error ? [error] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Whether the body is an envelope that says <c>success: false</c>.</summary>
    public static bool IsFailure(ReadOnlySpan<byte> body)
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
            // Not JSON: whoever asked has a better fault to report.
        }

        return false;
    }

    /// <summary>The entries of <c>errors</c>, <c>messages</c> or <c>error_chain</c>; of an object of lists, which ASP.NET Core sends, one for each text.</summary>
    public static IReadOnlyList<ApiError> List(JsonElement list, int depth = 0)
    {
        if (list.ValueKind == JsonValueKind.Object)
            return [.. list.EnumerateObject().SelectMany(Fields)];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0 || depth > DeepestChain)
            return [];
        var errors = new List<ApiError>(list.GetArrayLength());
        foreach (JsonElement entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object)
                errors.Add(One(entry, depth));
            else if (entry.ValueKind == JsonValueKind.String)
                errors.Add(new ApiError { Message = entry.GetString()! });
        }

        return errors;
    }

    private static IEnumerable<ApiError> Fields(JsonProperty field)
    {
        IEnumerable<JsonElement> texts = field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray() : [field.Value];
        foreach (JsonElement text in texts)
        {
            if (text.ValueKind == JsonValueKind.String)
                yield return new ApiError { Message = text.GetString()!, Field = field.Name.Length > 0 ? field.Name : null };
        }
    }

    private static ApiError One(JsonElement entry, int depth) => new()
    {
        Code = Code(entry),
        CodeText = CodeText(entry),
        Message = FirstText(entry, s_sentences) ?? "",
        Field = FirstText(entry, ["field", "property", "param", "parameter"]),
        DocumentationUrl = FirstText(entry, ["documentation_url", "doc_url", "help_url", "errorLink"]),
        Pointer = Any(entry, "source") is { ValueKind: JsonValueKind.Object } source ? FirstText(source, ["pointer"]) : null,
        Chain = (Any(entry, "error_chain") ?? Any(entry, "errorCauses")) is { ValueKind: JsonValueKind.Array } chain ? List(chain, depth + 1) : [],
    };

    private static int? Code(JsonElement entry)
    {
        if (CodeValue(entry) is not { } code)
            return null;
        if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out int number))
            return number;
        return code.ValueKind == JsonValueKind.String && int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    private static JsonElement? CodeValue(JsonElement entry) =>
        s_codes.Select(name => Any(entry, name)).FirstOrDefault(code => code is { ValueKind: JsonValueKind.Number or JsonValueKind.String });

    /// <summary>What stands for a code: <c>code</c>, OAuth's <c>error</c> beside its description, or a <c>type</c> that is a word (problem+json has an address there).</summary>
    private static string? CodeText(JsonElement entry)
    {
        if (CodeValue(entry) is { } code)
            return code.ToString();
        return Any(entry, "error_description") is not null ? FirstText(entry, ["error"])
            : FirstText(entry, ["type"]) is { } type && !type.Contains(':', StringComparison.Ordinal) && !type.Contains('/', StringComparison.Ordinal) ? type
            : null;
    }

    /// <summary>The one error of a body that is it, or has it as <c>error</c>: with a code, which the sentence alone would lose.</summary>
    private static ApiError? Single(JsonElement root)
    {
        JsonElement entry = Any(root, "error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        return One(entry, 0) is { CodeText: not null, Message.Length: > 0 } error ? error : null;
    }

    // problem+json, { "error": "..." }, { "error": { "message": "..." } }, { "message": "..." }
    private static string? Fallback(JsonElement root)
    {
        if (Any(root, "error") is { ValueKind: JsonValueKind.Object } error && FirstText(error, s_sentences) is { } inner)
            return inner;
        return FirstText(root, ["detail", .. s_sentences, "error", "err"]);
    }

    private static string? FirstText(JsonElement element, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Any(element, name) is { ValueKind: JsonValueKind.String } value)
                return value.GetString();
        }

        return null;
    }

    /// <summary>The property, in whatever case: APIs of .NET write <c>Message</c>.</summary>
    private static JsonElement? Any(JsonElement element, string name)
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
