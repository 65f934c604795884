using System.Buffers;

namespace CfGen.Infrastructure;

/// <summary>Reads an answer whose values end with lines, as they come. A line is held to the limit of a whole answer.</summary>
internal sealed class LineSource<T>(ApiCall template, Func<LineReader<T>> start, CancellationToken callToken) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = new JoinedToken(callToken, cancellationToken);
        ApiCall call = template.ForPage(null);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16384);
        Stream? stream = null;
        LineReader<T> reader = start();
        try
        {
            stream = await call.OpenAsync(both.Token).ConfigureAwait(false);
            if (stream is not null)
                reader.Open(call);
            while (stream is not null && await ReadAsync(stream, buffer, call, both.Token).ConfigureAwait(false) is > 0 and int count)
            {
                int start = 0;
                while (buffer.AsSpan(start, count - start).IndexOf((byte)'\n') is >= 0 and int length)
                {
                    Add(call, buffer.AsSpan(start, length));
                    start += length + 1;
                    if (reader.TryTake(call, out T? value))
                        yield return value!;
                    if (reader.IsDone)
                        yield break;
                }

                Add(call, buffer.AsSpan(start, count - start));
            }

            if (reader.TryTake(call, out T? last))
                yield return last!;
            if (reader.TryEnd(call, out T? unfinished))
                yield return unfinished!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (stream is not null)
                await stream.DisposeAsync().ConfigureAwait(false);
            call.Release();
        }
    }

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiConnectionException($"{call.Describe()} got no complete answer from {call.TargetOrigin}: the connection ended in the middle of it.", e)
            {
                OperationId = call.Operation.Id,
                Attempts = call.Attempts,
            };
        }
    }

    private static void Add(ApiCall call, ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            Span<byte> space = call.Body.Space(0).Span;
            int count = Math.Min(space.Length, piece.Length);
            piece[..count].CopyTo(space);
            call.Read(count);
            piece = piece[count..];
        }
    }
}
