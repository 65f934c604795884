namespace CfGen.Serialization;

/// <summary>A body that is a stream of the caller.</summary>
internal sealed class StreamBody(StreamSource source, string mediaType) : RequestBody(mediaType)
{
    public override bool CanSend => source.CanSend;

    public override long? Length => source.Length;

    public override Task WriteAsync(Stream to, CancellationToken cancellationToken) => WriteAsync(source, to, cancellationToken);
}
