using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Responses;

/// <summary>Reads the lines of a response whose body is open. The size limit of a response applies to each line.</summary>
internal sealed class ResponseLines(ApiResponse response)
{
    private const int BufferSize = 16384;
    private const long DefaultMaxLength = 100L << 20;

    private readonly ApiRequest? _request = (response.OpenBody as ResponseStream)?.Request;

    public async IAsyncEnumerable<string> ReadTextsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ReadOnlyMemory<byte> line in ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return Encoding.UTF8.GetString(line.Span);
    }

    public async IAsyncEnumerable<T> ReadValuesAsync<T>([EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : IJsonModel<T>
    {
        await foreach (ReadOnlyMemory<byte> line in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!line.Span.Trim(" \t"u8).IsEmpty)
                yield return ReadValue<T>(line.Span);
        }
    }

    /// <summary>Reads each line without its end. Its memory is valid until the next one.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream body =
            response.OpenBody
            ?? throw new InvalidOperationException(
                "The response has no open body. Set LeaveBodyOpen in the RequestOptions of the call, and call a method that returns a response."
            );
        await using (body.ConfigureAwait(false))
        {
            var line = new ArrayBufferWriter<byte>();
            byte[] buffer = new byte[BufferSize];
            while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
            {
                int start = 0;
                for (int end; (end = buffer.AsSpan(start, count - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
                {
                    Append(line, buffer.AsSpan(start, end));
                    yield return WithoutReturn(line.WrittenMemory);
                    line.ResetWrittenCount();
                }

                Append(line, buffer.AsSpan(start, count - start));
            }

            if (line.WrittenCount > 0)
                yield return WithoutReturn(line.WrittenMemory);
        }
    }

    private static ReadOnlyMemory<byte> WithoutReturn(ReadOnlyMemory<byte> line) => line.Span is [.., (byte)'\r'] ? line[..^1] : line;

    private void Append(ArrayBufferWriter<byte> line, ReadOnlySpan<byte> piece)
    {
        long maximum = _request?.Settings.MaxResponseBytes ?? DefaultMaxLength;
        if (line.WrittenCount + (long)piece.Length > maximum)
            throw CreateException($"has a line that is longer than MaxResponseBytes ({maximum} bytes)", line.WrittenSpan, null);
        line.Write(piece);
    }

    private T ReadValue<T>(ReadOnlySpan<byte> json)
        where T : IJsonModel<T>
    {
        var r = new JsonModelReader(
            json,
            _request?.Settings.IsLenient ?? false,
            _request?.Settings.MaxDepth ?? JsonModelReader.DefaultMaxDepth,
            _request?.Settings.SerializerOptions
        );
        try
        {
            r.ReadFirstToken();
            T value = T.Read(ref r);
            r.ReadToEnd();
            return value;
        }
        catch (JsonReadException exception)
        {
            if (_request is not null)
                ResponseReader.CountViolation(_request, exception);
            string path = JsonLocation.Locate(json, exception.Offset, exception.MissingProperty).Path;
            throw CreateException($"has a line that violates the document at {path}: {exception.Message}", json, exception, path);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw CreateException("has a line that is not JSON", json, e);
        }
    }

    private ApiResponseFormatException CreateException(string problem, ReadOnlySpan<byte> line, Exception? inner, string? path = null) =>
        new($"{_request?.Describe() ?? "The call"} returned a response that {problem}", response.Headers, inner)
        {
            OperationId = _request?.Operation.Id,
            StatusCode = response.StatusCode,
            RequestId = response.RequestId,
            JsonPath = path,
            RawBody = BodyText.DecodeBeginning(line),
        };
}
