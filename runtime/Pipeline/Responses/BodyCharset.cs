using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace CfGen.Pipeline.Responses;

/// <summary>Brings the body of a message to UTF-8 without a byte order mark.</summary>
internal static class BodyCharset
{
    /// <summary>
    /// Decodes a body by its byte order mark, or else by the charset of its media type. Servers write unknown charsets there and send
    /// UTF-8.
    /// </summary>
    /// <exception cref="ApiResponseFormatException">The charset is unknown, and the body is not UTF-8.</exception>
    public static ReadOnlySpan<byte> ToUtf8(ApiMessage message)
    {
        if (!TryTranscode(message, out ArgumentException? unknown) && !Utf8.IsValid(message.Body.Bytes))
            throw ResponseFormatError.Create(message, "has a charset that .NET does not know, and is not UTF-8", null, unknown);
        return message.Body.Bytes;
    }

    /// <summary>Decodes the body of an error. It never throws: a body that is not in its charset is taken for Latin-1.</summary>
    public static ReadOnlySpan<byte> ErrorToUtf8(ApiMessage message)
    {
        _ = TryTranscode(message, out _);
        if (!Utf8.IsValid(message.Body.Bytes))
            Transcode(message, Encoding.Latin1, 0);
        return message.Body.Bytes;
    }

    private static bool TryTranscode(ApiMessage message, out ArgumentException? unknown)
    {
        unknown = null;
        if (message.Body.IsDecoded)
            return true;
        ReadOnlySpan<byte> body = message.Body.Bytes;
        if (FindMarkedEncoding(body) is { } marked)
        {
            Transcode(message, marked, body.StartsWith(marked.Preamble) ? marked.Preamble.Length : 0);
            return true;
        }

        MediaTypeHeaderValue? type = message.Response!.Content.Headers.ContentType;
        if (type?.CharSet is not { } charset || IsUtf8(charset))
            return true;
        try
        {
            Transcode(message, Encoding.GetEncoding(charset.Trim('"')), 0);
            return true;
        }
        catch (ArgumentException e)
        {
            unknown = e;
        }
        catch (NotSupportedException e)
        {
            unknown = new ArgumentException(e.Message, e); // UTF-7
        }

        return false;
    }

    private static bool IsUtf8(string charset) => charset.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    // A byte order mark comes before the charset, as in browsers. JSON in UTF-16 without one shows by its first character, which is ASCII.
    private static Encoding? FindMarkedEncoding(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] or [(byte)'{' or (byte)'[', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'{' or (byte)'[', ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static void Transcode(ApiMessage message, Encoding encoding, int start)
    {
        byte[] body = message.Body.Bytes[start..].ToArray();
        message.Body.Replace(encoding.CodePage == Encoding.UTF8.CodePage ? body : Encoding.Convert(encoding, Encoding.UTF8, body));
    }
}
