using System.IO.Compression;

namespace CfGen.Pipeline.Responses;

/// <summary>
/// Reads gzip, which every server supports. The handler's own decompression would link Brotli into every program: a quarter of a megabyte.
/// </summary>
internal static class Decompression
{
    /// <summary>Wraps a body that is gzip. Handlers that decompress remove the header that says so.</summary>
    public static Stream Decompress(HttpResponseMessage response, Stream body)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings))
            return body;
        return encodings.ToString() is "gzip" or "x-gzip" ? new GZipStream(body, CompressionMode.Decompress) : body;
    }
}
