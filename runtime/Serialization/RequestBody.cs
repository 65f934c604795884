using System.Net;
using System.Net.Http.Headers;

namespace CfGen.Serialization;

/// <summary>A body that is not in memory as a whole: it is written to the connection as it is read.</summary>
internal abstract class RequestBody(string mediaType)
{
    public string MediaType { get; } = mediaType;

    /// <summary>Whether it can be sent (again): false once a part that can be read only once was begun.</summary>
    public abstract bool CanSend { get; }

    /// <summary>The number of bytes where it is known before they are read.</summary>
    public abstract long? Length { get; }

    /// <summary>What reading the caller's own data threw, which is no fault of the connection.</summary>
    public Exception? SourceException { get; protected set; }

    public abstract Task WriteAsync(Stream to, CancellationToken cancellationToken);

    /// <summary>The body of one attempt; disposing it leaves the caller's streams open.</summary>
    public HttpContent ToContent()
    {
        var content = new BodyContent(this);
        content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        return content;
    }

    /// <summary>Writes what a source gives, and remembers a fault that is the source's own.</summary>
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
