namespace CfGen.Serialization;

/// <summary>A caller's stream as the body.</summary>
internal sealed class StreamBody(StreamSource source, string mediaType) : RequestBody(mediaType)
{
    public override bool CanSend => source.CanSend;

    public override long? Length => source.Length;

    public override Task WriteAsync(Stream to, CancellationToken cancellationToken) => WriteAsync(source, to, cancellationToken);
}
