using CfGen.Pipeline;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen.CodeGen;

// The ends of a call whose answer is not one JSON value.
public sealed partial class ApiRequestBuilder
{
    /// <summary>Sends and gives the body as text.</summary>
    public async Task<string> SendForTextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            return ResponseReader.ReadText(this, out _)!;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends and gives the body as text, with status and headers.</summary>
    public async Task<ApiResponse<string>> SendForTextResponseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            string? text = ResponseReader.ReadText(this, out bool hasValue);
            return CreateResponse(text, hasValue);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends and gives the body unread, once the headers are there; it is the caller's to dispose. Null where the document says that the answer is something else.</summary>
    public async Task<Stream> SendForStreamAsync(CancellationToken cancellationToken)
    {
        _returnsStream = true;
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            return OpenedStream!;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>As <see cref="SendForStreamAsync"/>, with status and headers.</summary>
    public async Task<ApiResponse<Stream>> SendForStreamResponseAsync(CancellationToken cancellationToken)
    {
        _returnsStream = true;
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            return CreateResponse<Stream>(
                OpenedStream,
                OpenedStream is not null
                    && Response!.StatusCode != System.Net.HttpStatusCode.NoContent
                    && Response.Content.Headers.ContentLength != 0
            );
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The values of an answer that has one a line, read as they come. Nothing is sent before the first is asked for; each enumeration sends anew.</summary>
    public IAsyncEnumerable<T> StreamJsonLines<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => StreamJsonLines<T, ModelCodec<T>>(cancellationToken);

    /// <inheritdoc cref="StreamJsonLines{T}"/>
    public IAsyncEnumerable<T> StreamJsonLines<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => CreateLineSource(static () => new JsonLinesReader<T, TCodec>(), cancellationToken);

    /// <summary>The server-sent events of an answer, read as they come. Nothing is sent before the first is asked for; each enumeration sends anew.</summary>
    public IAsyncEnumerable<T> StreamEvents<T>(SsePayload form, CancellationToken cancellationToken)
        where T : IJsonModel<T> => StreamEvents<T, ModelCodec<T>>(form, cancellationToken);

    /// <inheritdoc cref="StreamEvents{T}"/>
    public IAsyncEnumerable<T> StreamEvents<T, TCodec>(SsePayload form, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => CreateLineSource(() => new SseReader<T, TCodec>(form), cancellationToken);

    private LineValueSequence<T> CreateLineSource<T>(Func<LineValueReader<T>> start, CancellationToken cancellationToken)
    {
        _ = UrlText; // gives the pooled buffer back: values that are never asked for must not keep it
        return new LineValueSequence<T>(this, start, cancellationToken);
    }

    internal async Task<Stream?> OpenStreamAsync(CancellationToken cancellationToken)
    {
        _returnsStream = true;
        await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
        return OpenedStream;
    }
}
