using System.ComponentModel;
using System.Net;
using CfGen.Pipeline.Responses;

namespace CfGen.CodeGen;

/// <summary>
/// Asks for compressed bodies and decompresses them, next to the connection: the handlers around it read what the server meant. The
/// handler of the framework would link Brotli into every program, and takes the beginning of a compressed body for all of it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DecompressionHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // A browser sets the header itself, and decompresses what it gets.
        if (!OperatingSystem.IsBrowser() && !request.Headers.NonValidated.Contains("Accept-Encoding"))
            request.Headers.TryAddWithoutValidation("Accept-Encoding", Decompression.AcceptEncoding);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ContentEncoding encoding = Decompression.GetEncoding(response.Content);
        if (encoding is ContentEncoding.Gzip or ContentEncoding.Deflate)
            response.Content = new DecompressedContent(response.Content, encoding);
        return response;
    }

    /// <summary>A content without its compression, and without the headers that describe it.</summary>
    private sealed class DecompressedContent : HttpContent
    {
        private readonly HttpContent _content;
        private readonly ContentEncoding _encoding;

        public DecompressedContent(HttpContent content, ContentEncoding encoding)
        {
            _content = content;
            _encoding = encoding;
            foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in content.Headers.NonValidated)
                Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
            Headers.ContentEncoding.Clear();
            Headers.ContentLength = null;
        }

        protected override async Task<Stream> CreateContentReadStreamAsync() =>
            Wrap(await _content.ReadAsStreamAsync().ConfigureAwait(false));

        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
            Wrap(await _content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Stream body = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
                await body.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content.Dispose();
            base.Dispose(disposing);
        }

        private DecompressedStream Wrap(Stream body) => new(body, _encoding, createBrotliDecoder: null);
    }
}
