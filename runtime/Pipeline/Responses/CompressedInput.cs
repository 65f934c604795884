namespace CfGen.Pipeline.Responses;

/// <summary>The compressed bytes of a body, as a decoder reads them. It knows whether the decoder asked for more than there is.</summary>
internal sealed class CompressedInput(Stream body) : ReadOnlyStream
{
    private readonly byte[] _start = new byte[2];
    private int _startLength;
    private ReadOnlyMemory<byte> _next;

    /// <summary>True if there was at least one byte.</summary>
    public bool HasBytes { get; private set; }

    /// <summary>True if the decoder asked for bytes after the last one.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Looks at the first two bytes, which the decoder still gets: the header of RFC 1950 is a multiple of 31.</summary>
    public async ValueTask<bool> HasZlibHeaderAsync(CancellationToken cancellationToken)
    {
        while (
            _startLength < _start.Length
            && await body.ReadAsync(_start.AsMemory(_startLength), cancellationToken).ConfigureAwait(false) is > 0 and int count
        )
            _startLength += count;
        _next = _start.AsMemory(0, _startLength);
        return _startLength == _start.Length && (_start[0] & 0x0F) == 8 && ((_start[0] << 8) | _start[1]) % 31 == 0;
    }

    /// <summary>Gives the decoder more bytes after the end.</summary>
    public void Append(ReadOnlyMemory<byte> bytes) => _next = bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(_next.Length, buffer.Length);
        if (count > 0)
        {
            _next[..count].CopyTo(buffer);
            _next = _next[count..];
        }
        else if (!HasEnded)
        {
            count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        HasBytes |= count > 0;
        HasEnded |= count == 0 && !buffer.IsEmpty;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
