using System.Net;

namespace CfGen.Pipeline;

/// <summary>
/// The content of a request that has no body and may change something. Over HTTP/1.1 a request without content is sent up to four times by
/// the handler if the server closes the connection before it responds; one with content is sent once.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
