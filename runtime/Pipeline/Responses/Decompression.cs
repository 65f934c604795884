using System.IO.Compression;

namespace CfGen.Pipeline.Responses;

/// <summary>
/// Reads gzip, which every server has. The handler's own decompression would link Brotli into every program, a quarter of a megabyte.
/// </summary>
internal static class Decompression
{
    /// <summary>The body as it is, or unpacked where its encoding says gzip; handlers that unpack by themselves take that away.</summary>
    public static Stream Decompress(HttpResponseMessage response, Stream body)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings))
            return body;
        return encodings.ToString() is "gzip" or "x-gzip" ? new GZipStream(body, CompressionMode.Decompress) : body;
    }
}
