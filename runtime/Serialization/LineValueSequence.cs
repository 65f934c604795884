using System.Buffers;
using CfGen.Pipeline;
using CfGen.Pipeline.Paging;

namespace CfGen.Serialization;

/// <summary>Reads the values of a response line by line, as they arrive. The size limit of a response applies to each line.</summary>
internal sealed class LineValueSequence<T>(ApiRequest request, Func<LineValueReader<T>> createReader, CancellationToken callToken)
    : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = new LinkedToken(callToken, cancellationToken);
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: true, both.Token).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16384);
        Stream? stream = message.Stream;
        LineValueReader<T> reader = createReader();
        try
        {
            if (stream is not null)
                reader.CheckResponse(message);
            while (stream is not null && await ReadAsync(stream, buffer, message, both.Token).ConfigureAwait(false) is > 0 and int count)
            {
                int start = 0;
                while (buffer.AsSpan(start, count - start).IndexOf((byte)'\n') is >= 0 and int length)
                {
                    AppendToBuffer(message, buffer.AsSpan(start, length));
                    start += length + 1;
                    if (reader.TryReadValue(message, out T? value))
                        yield return value!;
                    if (reader.IsDone)
                        yield break;
                }

                AppendToBuffer(message, buffer.AsSpan(start, count - start));
            }

            if (reader.TryReadValue(message, out T? last))
                yield return last!;
            if (reader.TryReadFinalValue(message, out T? unfinished))
                yield return unfinished!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (stream is not null)
                await stream.DisposeAsync().ConfigureAwait(false);
            message.ReleaseBody();
        }
    }

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, ApiMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiConnectionException(
                $"{message.Request.Describe()} received an incomplete response from {message.TargetOrigin}: the connection was closed before the end of the body.",
                e
            )
            {
                OperationId = message.Request.Operation.Id,
                Attempts = message.Attempt,
            };
        }
    }

    private static void AppendToBuffer(ApiMessage message, ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            Span<byte> space = message.Body.GetMemory(0).Span;
            int count = Math.Min(space.Length, piece.Length);
            piece[..count].CopyTo(space);
            message.AdvanceBody(count);
            piece = piece[count..];
        }
    }
}
