using System.Buffers;
using CfGen.Pipeline;
using CfGen.Pipeline.Paging;

namespace CfGen.Serialization;

/// <summary>Reads the values of a response line by line, as they arrive. The size limit of a response applies to each line.</summary>
internal sealed class LineValueSequence<T>(ApiRequest request, Func<LineValueReader<T>> createReader, CancellationToken callToken)
    : IAsyncEnumerable<T>
{
    private const int BufferSize = 16384;

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = new LinkedToken(callToken, cancellationToken);
        ApiMessage message = await SendLoop.SendAsync(request, BodyHandling.OpenValue, both.Token).ConfigureAwait(false);
        if (message.Stream is not { } stream)
        {
            message.EndCall();
            message.ReleaseBody(); // another documented success, whose body has no items
            yield break;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        LineValueReader<T> reader = createReader();
        var lines = new LineSplitter(reader.EndsLineAtCarriageReturn);
        try
        {
            CheckResponse(reader, message);
            while (await stream.ReadAsync(buffer, both.Token).ConfigureAwait(false) is > 0 and int count)
            {
                int start = 0;
                while (lines.TryFindEnd(buffer.AsSpan(0, count), ref start, out int end))
                {
                    AppendToBuffer(message, buffer.AsSpan(start, end - start), both.Token);
                    start = end + 1;
                    if (TryReadValue(reader, message, isFinal: false, out T? value))
                        yield return value!;
                    if (reader.IsDone)
                        yield break;
                }

                AppendToBuffer(message, buffer.AsSpan(start, count - start), both.Token);
            }

            if (TryReadValue(reader, message, isFinal: false, out T? last))
                yield return last!;
            if (TryReadValue(reader, message, isFinal: true, out T? unfinished))
                yield return unfinished!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await stream.DisposeAsync().ConfigureAwait(false);
            message.EndCall();
            message.ReleaseBody();
        }
    }

    // A sequence cannot catch what it throws while it returns values.
    private static void CheckResponse(LineValueReader<T> reader, ApiMessage message)
    {
        try
        {
            reader.CheckResponse(message);
        }
        catch (Exception e) when (message.ReportFailure(e))
        {
            throw;
        }
    }

    private static bool TryReadValue(LineValueReader<T> reader, ApiMessage message, bool isFinal, out T? value)
    {
        try
        {
            return isFinal ? reader.TryReadFinalValue(message, out value) : reader.TryReadValue(message, out value);
        }
        catch (Exception e) when (message.ReportFailure(e))
        {
            throw;
        }
    }

    private static void AppendToBuffer(ApiMessage message, ReadOnlySpan<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            CopyToBuffer(message, piece, cancellationToken);
        }
        catch (Exception e) when (message.ReportFailure(e))
        {
            throw;
        }
    }

    private static void CopyToBuffer(ApiMessage message, ReadOnlySpan<byte> piece, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // before each line: those that arrived before are not read any more
        while (!piece.IsEmpty)
        {
            Span<byte> space = message.Body.GetMemory(0).Span;
            int count = Math.Min(space.Length, piece.Length);
            piece[..count].CopyTo(space);
            message.AdvanceBody(count, cancellationToken);
            piece = piece[count..];
        }
    }
}
