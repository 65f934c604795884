using System.Buffers;

namespace CfGen.Serialization;

/// <summary>
/// Data of the caller. A stream that can seek is read from its position again for each attempt. Any other stream is read once.
/// </summary>
internal sealed class StreamSource
{
    private const int BufferSize = 81920;

    private readonly Func<Stream>? _open;
    private readonly Stream? _stream;
    private readonly long _start;
    private bool _hasStarted;

    /// <summary>Creates a source for a stream that the caller owns and closes.</summary>
    public StreamSource(Stream stream)
    {
        _stream = stream;
        if (!stream.CanSeek)
            return;
        _start = stream.Position;
        Length = Math.Max(0, stream.Length - _start);
    }

    /// <summary>Creates a source that opens a new stream for each attempt.</summary>
    public StreamSource(Func<Stream> open, long? length)
    {
        _open = open;
        Length = length;
    }

    public long? Length { get; }

    public bool CanRead => _stream?.CanRead ?? true;

    public bool CanSend => _open is not null || _stream!.CanSeek || !_hasStarted;

    public Exception? SourceException { get; private set; }

    public async Task CopyToAsync(Stream to, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        Stream? own = null;
        try
        {
            Stream from = OpenStream(ref own);
            long left = Length ?? long.MaxValue; // the announced length, even if the stream has grown since then
            while (
                left > 0
                && await ReadAsync(from, buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken).ConfigureAwait(false)
                    is > 0
                        and int count
            )
            {
                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                left -= count;
            }

            if (Length is not null && left > 0)
                throw SourceException = new EndOfStreamException(
                    "The stream ended before the length that it had when the call was made. Do not change a stream while it is sent."
                );
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (own is not null)
                await own.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Stream OpenStream(ref Stream? own)
    {
        try
        {
            if (_open is not null)
                return own = _open();
            if (_stream!.CanSeek)
                _stream.Position = _start;
            _hasStarted = true;
            return _stream;
        }
        catch (Exception e)
        {
            SourceException = e;
            throw;
        }
    }

    private async ValueTask<int> ReadAsync(Stream from, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SourceException = e;
            throw;
        }
    }
}
