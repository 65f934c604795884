using System.Net;
using System.Net.Http.Headers;
using CfGen.Pipeline.Parameters;

namespace CfGen.Serialization;

/// <summary>A body that is read while it is sent, and is never completely in memory.</summary>
internal abstract class RequestBody(string mediaType)
{
    public string MediaType { get; } = mediaType;

    /// <summary>True if a header can carry the media type, and the media types of the parts.</summary>
    public virtual string UnsendablePart => HeaderFormat.IsValidValue(MediaType) ? "" : "media type";

    /// <summary>True if it can be sent, or sent again. False after reading began of a part that can be read only once.</summary>
    public abstract bool CanSend { get; }

    /// <summary>The number of bytes, or null if it is unknown before they are read.</summary>
    public abstract long? Length { get; }

    /// <summary>The exception that reading the caller's data threw. It is not an error of the connection.</summary>
    public Exception? SourceException { get; protected set; }

    public abstract Task WriteAsync(Stream to, CancellationToken cancellationToken);

    /// <summary>Creates the content of one attempt. Disposing it leaves the caller's streams open.</summary>
    public virtual HttpContent ToContent()
    {
        var content = new BodyContent(this);
        content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        return content;
    }

    /// <summary>Copies a source, and keeps the exception if reading the source fails.</summary>
    protected async Task WriteAsync(StreamSource source, Stream to, CancellationToken cancellationToken)
    {
        try
        {
            await source.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            SourceException ??= source.SourceException;
        }
    }

    private sealed class BodyContent(RequestBody body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            body.WriteAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.WriteAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length ?? 0;
            return body.Length is not null;
        }
    }
}
