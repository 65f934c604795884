using System.Net.Http.Headers;
using CfGen.Serialization;

namespace CfGen.Pipeline;

/// <summary>A body that is in memory as a whole.</summary>
/// <param name="bytes">The content.</param>
/// <param name="mediaType">The media type; null for <c>application/json</c>.</param>
internal sealed class BufferedBody(byte[] bytes, string? mediaType) : RequestBody(mediaType ?? "application/json")
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public override bool CanSend => true;

    public override long? Length => bytes.Length;

    public override Task WriteAsync(Stream to, CancellationToken cancellationToken) => to.WriteAsync(bytes, cancellationToken).AsTask();

    public override HttpContent ToContent()
    {
        var content = new ByteArrayContent(bytes);
        if (mediaType is null)
            content.Headers.ContentType = s_json; // a parsed value: no call parses it again
        else
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
