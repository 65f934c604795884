namespace CfGen.Pipeline.Responses;

/// <summary>
/// Reads compressed bodies. The handler's own decompression would link Brotli into every program, and takes the
/// beginning of a compressed body for all of it.
/// </summary>
internal static class Decompression
{
    /// <summary>The encodings that every client reads.</summary>
    public const string AcceptEncoding = "gzip, deflate";

    /// <summary>The encodings of a client with <see cref="ApiClientOptions.AcceptBrotli"/>.</summary>
    public const string AcceptEncodingWithBrotli = AcceptEncoding + ", br";

    /// <summary>Wraps a body that is compressed. Handlers that decompress remove the header that says so.</summary>
    public static Stream Decompress(ApiMessage message, Stream body)
    {
        ContentEncoding encoding = GetEncoding(message);
        return encoding == ContentEncoding.Unknown
            ? body
            : new DecompressedStream(body, encoding, message.Request.Settings.CreateBrotliDecoder);
    }

    /// <summary>True if the body of a response is decompressed here.</summary>
    public static bool IsDecoded(ApiMessage message) => GetEncoding(message) != ContentEncoding.Unknown;

    /// <summary>Gets the name of the encoding, for messages.</summary>
    public static string GetName(ApiMessage message) =>
        GetEncoding(message) switch
        {
            ContentEncoding.Brotli => "Brotli",
            ContentEncoding.Deflate => "deflate",
            _ => "gzip",
        };

    /// <summary>Gets the encoding that the headers of a body name.</summary>
    public static ContentEncoding GetEncoding(HttpContent content)
    {
        // A browser decompresses bodies and keeps the header.
        if (OperatingSystem.IsBrowser() || !content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings))
            return ContentEncoding.Unknown;
        string name = encodings.ToString().Trim();
        if (Is(name, "gzip") || Is(name, "x-gzip"))
            return ContentEncoding.Gzip;
        if (Is(name, "deflate"))
            return ContentEncoding.Deflate;
        return Is(name, "br") ? ContentEncoding.Brotli : ContentEncoding.Unknown;
    }

    private static ContentEncoding GetEncoding(ApiMessage message)
    {
        ContentEncoding encoding = GetEncoding(message.Response!.Content);
        return encoding == ContentEncoding.Brotli && message.Request.Settings.CreateBrotliDecoder is null
            ? ContentEncoding.Unknown
            : encoding;
    }

    private static bool Is(string name, string encoding) => name.Equals(encoding, StringComparison.OrdinalIgnoreCase);
}
