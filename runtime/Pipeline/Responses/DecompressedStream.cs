using System.IO.Compression;

namespace CfGen.Pipeline.Responses;

/// <summary>The content of a compressed body. A body that is cut off is an error, not a shorter content.</summary>
internal sealed class DecompressedStream(Stream body, ContentEncoding encoding, Func<Stream, Stream>? createBrotliDecoder) : ReadOnlyStream
{
    private const int MarkStart = 15;
    private const int MarkLength = 8;

    // A whole member of gzip, stored and not compressed. A second member may follow the first: a decoder at the end of a member returns
    // the content of this one, and a decoder inside a member returns anything else.
    private static readonly byte[] s_mark = Convert.FromHexString("1F8B08000000000000FF010800F7FFC328636667656E000797D8E608000000");

    private readonly CompressedInput _input = new(body);
    private Stream? _decoder;
    private bool _isComplete;

    /// <exception cref="InvalidDataException">The body is not of this encoding.</exception>
    /// <exception cref="TruncatedBodyException">The body ended too early.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isComplete || buffer.IsEmpty)
            return 0;
        try
        {
            _decoder ??= await CreateDecoderAsync(cancellationToken).ConfigureAwait(false);
            int count = await _decoder.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0)
                return count;
        }
        catch (InvalidOperationException e) when (encoding == ContentEncoding.Brotli && e is not ObjectDisposedException)
        {
            throw new InvalidDataException(e.Message, e);
        }

        // An empty body has no header either: servers that compress everything send it for a 204 or a HEAD.
        if (_input is { HasBytes: true, HasEnded: true } && !await IsAtEndOfMemberAsync(_decoder, cancellationToken).ConfigureAwait(false))
            throw new TruncatedBodyException();
        _isComplete = true;
        await _decoder.DisposeAsync().ConfigureAwait(false); // frees the native state now: buffered bodies are never disposed
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder?.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> CreateDecoderAsync(CancellationToken cancellationToken) =>
        encoding switch
        {
            ContentEncoding.Brotli => createBrotliDecoder!(_input),
            ContentEncoding.Gzip => new GZipStream(_input, CompressionMode.Decompress),
            _ when await _input.HasZlibHeaderAsync(cancellationToken).ConfigureAwait(false) => new ZLibStream(
                _input,
                CompressionMode.Decompress
            ),
            _ => new DeflateStream(_input, CompressionMode.Decompress),
        };

    /// <summary>
    /// Decides whether a decoder that asked for more than there is was at its end. Only gzip asks then, for another member.
    /// </summary>
    private async ValueTask<bool> IsAtEndOfMemberAsync(Stream decoder, CancellationToken cancellationToken)
    {
        if (encoding != ContentEncoding.Gzip)
            return false;
        _input.Append(s_mark);
        byte[] content = new byte[MarkLength + 1];
        int length = 0;
        try
        {
            while (await decoder.ReadAsync(content.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and int count)
                length += count;
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return content.AsSpan(0, length).SequenceEqual(s_mark.AsSpan(MarkStart, MarkLength));
    }
}
