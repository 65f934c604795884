using System.Buffers;

namespace CfGen.Pipeline.Responses;

/// <summary>The body of a response in a pooled buffer.</summary>
internal struct BodyBuffer
{
    private const int InitialSize = 4096;

    private byte[]? _bytes;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _bytes is null ? default : _bytes.AsSpan(0, _length);

    public readonly int Length => _length;

    /// <summary>Gets memory for at least one more byte; <paramref name="expected"/> is the length that the response announces, or 0.</summary>
    public Memory<byte> GetMemory(int expected)
    {
        if (_bytes is null)
            _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(InitialSize, expected + 1)); // one more byte, so that the end is read without growing
        else if (_length == _bytes.Length)
            Grow();
        return _bytes.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    /// <summary>Replaces the bytes.</summary>
    public void Replace(ReadOnlySpan<byte> bytes)
    {
        Release();
        _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, bytes.Length));
        bytes.CopyTo(_bytes);
        _length = bytes.Length;
    }

    public void Release()
    {
        if (_bytes is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
        _bytes = null;
        _length = 0;
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)_length * 2, Array.MaxLength));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes!);
        _bytes = larger;
    }
}
