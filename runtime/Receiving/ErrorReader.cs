using System.Globalization;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>Reads what an API says of an error, whatever the shape: it never fails.</summary>
internal static class ErrorReader
{
    private const int DeepestChain = 8;

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
            IReadOnlyList<ApiError> errors = root.TryGetProperty("errors", out JsonElement list) ? List(list) : [];
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

    /// <summary>The entries of <c>errors</c>, <c>messages</c> or <c>error_chain</c>.</summary>
    public static IReadOnlyList<ApiError> List(JsonElement list, int depth = 0)
    {
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

    private static ApiError One(JsonElement entry, int depth) => new()
    {
        Code = Code(entry),
        CodeText = CodeText(entry),
        Message = Text(entry, "message") ?? Text(entry, "detail") ?? Text(entry, "title") ?? Text(entry, "error_description") ?? "",
        DocumentationUrl = Text(entry, "documentation_url") ?? Text(entry, "doc_url") ?? Text(entry, "help_url"),
        Pointer = entry.TryGetProperty("source", out JsonElement source) && source.ValueKind == JsonValueKind.Object ? Text(source, "pointer") : null,
        Chain = entry.TryGetProperty("error_chain", out JsonElement chain) ? List(chain, depth + 1) : [],
    };

    private static int? Code(JsonElement entry)
    {
        if (!entry.TryGetProperty("code", out JsonElement code))
            return null;
        if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out int number))
            return number;
        return code.ValueKind == JsonValueKind.String && int.TryParse(code.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    /// <summary>What stands for a code: <c>code</c>, OAuth's <c>error</c> beside its description, or a <c>type</c> that is a word (problem+json has an address there).</summary>
    private static string? CodeText(JsonElement entry)
    {
        if (entry.TryGetProperty("code", out JsonElement code) && code.ValueKind is JsonValueKind.Number or JsonValueKind.String)
            return code.ToString();
        return entry.TryGetProperty("error_description", out _) ? Text(entry, "error") : Text(entry, "type") is { } type && !type.Contains(':', StringComparison.Ordinal) && !type.Contains('/', StringComparison.Ordinal) ? type : null;
    }

    /// <summary>The one error of a body that is it, or has it as <c>error</c>: with a code, which the sentence alone would lose.</summary>
    private static ApiError? Single(JsonElement root)
    {
        JsonElement entry = root.TryGetProperty("error", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        return One(entry, 0) is { CodeText: not null, Message.Length: > 0 } error ? error : null;
    }

    // problem+json, { "error": "..." }, { "error": { "message": "..." } }, { "message": "..." }
    private static string? Fallback(JsonElement root)
    {
        if (root.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object && Text(error, "message") is { } inner)
            return inner;
        return Text(root, "detail") ?? Text(root, "title") ?? Text(root, "message") ?? Text(root, "error_description") ?? Text(root, "error") ?? Text(root, "err");
    }

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
