using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CfGen.Telemetry;

/// <summary>Makes the text that logs show of a body, with a star for each value whose name denotes a secret.</summary>
internal static class ContentText
{
    /// <summary>The longest body that is shown.</summary>
    public const int MaxLength = 32 * 1024;

    private const int MaxDepth = 512;

    // For people: a log is no HTML.
    private static readonly JsonWriterOptions s_writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    /// <summary>Gets the text of a body; its length if it is none that can be shown.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="hide">Hides the credentials of the client in a value, before it is escaped.</param>
    public static string Describe(ReadOnlySpan<byte> body, string mediaType, Func<string, string> hide)
    {
        if (body.IsEmpty)
            return "";
        string? text =
            body.Length > MaxLength ? null
            : IsJson(mediaType) ? RedactJson(body, hide)
            : mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                ? HideValues(RedactedUrl.RedactPairs(Encoding.UTF8.GetString(body), 0), hide)
            : mediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(body)
            : null;
        return text ?? DescribeLength(body.Length);
    }

    /// <summary>Describes a body that is not shown.</summary>
    public static string DescribeLength(HttpContent content) =>
        content.Headers.ContentLength is { } length ? DescribeLength(length) : "(streamed)";

    private static string DescribeLength(long length) => string.Create(CultureInfo.InvariantCulture, $"({length} bytes)");

    private static bool IsJson(string mediaType) =>
        mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static string HideValues(string form, Func<string, string> hide)
    {
        string[] pairs = form.Split('&');
        for (int i = 0; i < pairs.Length; i++)
        {
            int equals = pairs[i].IndexOf('=', StringComparison.Ordinal);
            string value = pairs[i][(equals + 1)..];
            // An encoded value stays as it is, unless it has a credential.
            string text = WebUtility.UrlDecode(value);
            string hidden = hide(text);
            if (!string.Equals(hidden, text, StringComparison.Ordinal))
                pairs[i] = pairs[i][..(equals + 1)] + hidden;
        }

        return string.Join('&', pairs);
    }

    private static string? RedactJson(ReadOnlySpan<byte> body, Func<string, string> hide)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(body.Length);
            using (var writer = new Utf8JsonWriter(buffer, s_writing))
            {
                var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
                while (reader.Read())
                    Copy(ref reader, writer, hide);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // what is not JSON has no names
        }
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, Func<string, string> hide)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                CopyName(ref reader, writer);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(hide(reader.GetString()!));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void CopyName(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        string name = reader.GetString()!;
        writer.WritePropertyName(name);
        if (!SecretNames.IsSecret(name))
            return;
        reader.Skip();
        writer.WriteStringValue("*");
    }
}
