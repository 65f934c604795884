using System.Buffers;
using CfGen.CodeGen;
using CfGen.Pipeline.Paging;

namespace CfGen.Serialization;

/// <summary>Reads the values of a response line by line, as they arrive. The size limit of a response applies to each line.</summary>
internal sealed class LineValueSequence<T>(ApiRequestBuilder template, Func<LineValueReader<T>> start, CancellationToken callToken)
    : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = new LinkedToken(callToken, cancellationToken);
        ApiRequestBuilder call = template.CloneForUrl(null);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16384);
        Stream? stream = null;
        LineValueReader<T> reader = start();
        try
        {
            stream = await call.OpenStreamAsync(both.Token).ConfigureAwait(false);
            if (stream is not null)
                reader.CheckResponse(call);
            while (stream is not null && await ReadAsync(stream, buffer, call, both.Token).ConfigureAwait(false) is > 0 and int count)
            {
                int start = 0;
                while (buffer.AsSpan(start, count - start).IndexOf((byte)'\n') is >= 0 and int length)
                {
                    AppendToBuffer(call, buffer.AsSpan(start, length));
                    start += length + 1;
                    if (reader.TryReadValue(call, out T? value))
                        yield return value!;
                    if (reader.IsDone)
                        yield break;
                }

                AppendToBuffer(call, buffer.AsSpan(start, count - start));
            }

            if (reader.TryReadValue(call, out T? last))
                yield return last!;
            if (reader.TryReadFinalValue(call, out T? unfinished))
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

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, ApiRequestBuilder call, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiConnectionException(
                $"{call.Describe()} received an incomplete response from {call.TargetOrigin}: the connection was closed before the end of the body.",
                e
            )
            {
                OperationId = call.Operation.Id,
                Attempts = call.Attempts,
            };
        }
    }

    private static void AppendToBuffer(ApiRequestBuilder call, ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            Span<byte> space = call.Body.GetMemory(0).Span;
            int count = Math.Min(space.Length, piece.Length);
            piece[..count].CopyTo(space);
            call.AdvanceBody(count);
            piece = piece[count..];
        }
    }
}
