namespace CfGen.Tasks.Updating;

/// <summary>Reads streams into memory, up to a number of bytes for all of them together.</summary>
internal sealed class LimitedBuffer(long maximum)
{
    private long _remaining = maximum;

    /// <summary>The bytes that all streams may have.</summary>
    public long Maximum { get; } = maximum;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="counts">True if the bytes count for the streams after this one, too.</param>
    /// <exception cref="LimitExceededException">The stream has more bytes than are left.</exception>
    public async System.Threading.Tasks.Task<byte[]> ReadAsync(Stream stream, bool counts, CancellationToken ct)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[81920];
        int count;
        while ((count = await stream.ReadAsync(buffer, 0, buffer.Length, ct).ConfigureAwait(false)) > 0)
        {
            if (content.Length + count > _remaining)
                throw new LimitExceededException();
            await content.WriteAsync(buffer, 0, count, ct).ConfigureAwait(false);
        }

        if (counts)
            _remaining -= content.Length;
        return content.ToArray();
    }
}

/// <summary>A stream is longer than the limit.</summary>
internal sealed class LimitExceededException : Exception;
