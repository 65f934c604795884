using System.Buffers;

namespace CfGen.Pipeline.Responses;

/// <summary>
/// The body of a response in a pooled buffer, which grows with the bytes that arrive and not with those that are announced.
/// </summary>
internal struct BodyBuffer
{
    /// <summary>The most bytes that a buffer holds.</summary>
    public const int MaxLength = 0x7FFF_FFC0; // less than Array.MaxLength: one byte is left to find the end

    // After cancellation, one read may still end: it reads and decodes this much at most.
    private const int MaxReadSize = 64 * 1024;
    private const int MinSize = 4096;
    private const int MaxInitialSize = 16 * 1024;

    private byte[]? _bytes;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _bytes is null ? default : _bytes.AsSpan(0, _length);

    public readonly ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    public readonly int Length => _length;

    /// <summary>The number of bytes that are reserved.</summary>
    public readonly int Capacity => _bytes?.Length ?? 0;

    /// <summary>True if the bytes were decoded to UTF-8.</summary>
    public bool IsDecoded { get; private set; }

    /// <summary>
    /// Gets memory for at least one more byte; <paramref name="expected"/> is the length that the response announces, or 0.
    /// </summary>
    public Memory<byte> GetMemory(int expected)
    {
        if (_bytes is null)
            _bytes = ArrayPool<byte>.Shared.Rent(Math.Clamp(expected, MinSize - 1, MaxInitialSize - 1) + 1); // one more, so that the end is read without growing
        else if (_length == _bytes.Length)
            Grow(expected);
        return _bytes.AsMemory(_length, Math.Min(_bytes.Length - _length, MaxReadSize));
    }

    public void Advance(int count) => _length += count;

    /// <summary>Removes the first bytes.</summary>
    public void RemoveStart(int count)
    {
        _bytes.AsSpan(count, _length - count).CopyTo(_bytes);
        _length -= count;
    }

    /// <summary>Replaces the bytes by text in UTF-8.</summary>
    public void Replace(ReadOnlySpan<byte> bytes)
    {
        Release();
        _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, bytes.Length));
        bytes.CopyTo(_bytes);
        _length = bytes.Length;
        IsDecoded = true;
    }

    public void Release()
    {
        if (_bytes is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
        _bytes = null;
        _length = 0;
        IsDecoded = false;
    }

    // Four times what has arrived, if that much is announced: fewer copies, and still nothing for bytes that never come.
    private void Grow(int expected)
    {
        long size = expected > _length ? Math.Min(expected + 1L, _length * 4L) : _length * 2L;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(size, Array.MaxLength));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes!);
        _bytes = larger;
    }
}
