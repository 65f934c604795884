using CfGen.Pipeline;
using CfGen.Pipeline.Paging;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen.CodeGen;

// Each of these sends the request, or returns a sequence whose enumerations send it.
public sealed partial class ApiRequestBuilder
{
    /// <summary>Sends the request and reads the value, or the default of its type if the response has none.</summary>
    public Task<T> SendForResultAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => RequestSender.SendAsync<T, ResultReader<T, ModelCodec<T>>>(Build(), cancellationToken);

    /// <inheritdoc cref="SendForResultAsync{T}"/>
    public Task<T> SendForResultAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IValueCodec<T> => RequestSender.SendAsync<T, ResultReader<T, TCodec>>(Build(), cancellationToken);

    /// <summary>Sends the request and reads the value, with status, headers and envelope.</summary>
    public Task<ApiResponse<T>> SendForResponseAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> =>
        RequestSender.SendAsync<ApiResponse<T>, ResultResponseReader<T, ModelCodec<T>>>(Build(), cancellationToken);

    /// <inheritdoc cref="SendForResponseAsync{T}"/>
    public Task<ApiResponse<T>> SendForResponseAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IValueCodec<T> =>
        RequestSender.SendAsync<ApiResponse<T>, ResultResponseReader<T, TCodec>>(Build(), cancellationToken);

    /// <summary>Sends the request of an operation whose response has no value.</summary>
    public Task SendAsync(CancellationToken cancellationToken) => RequestSender.SendAsync<bool, EmptyReader>(Build(), cancellationToken);

    /// <summary>Sends the request of an operation whose response has no value, and returns status, headers and envelope.</summary>
    public Task<ApiResponse> SendWithResponseAsync(CancellationToken cancellationToken) =>
        RequestSender.SendAsync<ApiResponse, EmptyResponseReader>(Build(), cancellationToken);

    /// <summary>Sends the request and reads the body as text. Null if the document declares another body for the status.</summary>
    public Task<string> SendForTextAsync(CancellationToken cancellationToken) =>
        RequestSender.SendAsync<string, BodyTextReader>(Build(), cancellationToken);

    /// <summary>Sends the request and reads the body as text, with status and headers.</summary>
    public Task<ApiResponse<string>> SendForTextResponseAsync(CancellationToken cancellationToken) =>
        RequestSender.SendAsync<ApiResponse<string>, BodyTextResponseReader>(Build(), cancellationToken);

    /// <summary>
    /// Sends the request and returns the open body once the headers arrived; the caller disposes it. Null if the document declares another
    /// body for the status.
    /// </summary>
    public Task<Stream> SendForStreamAsync(CancellationToken cancellationToken) =>
        RequestSender.SendAsync<Stream, OpenBodyReader>(Build(), cancellationToken);

    /// <summary>Sends the request and returns the open body as <see cref="SendForStreamAsync"/> does, with status and headers.</summary>
    public Task<ApiResponse<Stream>> SendForStreamResponseAsync(CancellationToken cancellationToken) =>
        RequestSender.SendAsync<ApiResponse<Stream>, OpenBodyResponseReader>(Build(), cancellationToken);

    /// <summary>
    /// Returns the values of a response that has one on each line, read as they arrive. Each enumeration sends the request when it reads
    /// the first value.
    /// </summary>
    public IAsyncEnumerable<T> StreamJsonLines<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => StreamJsonLines<T, ModelCodec<T>>(cancellationToken);

    /// <inheritdoc cref="StreamJsonLines{T}"/>
    public IAsyncEnumerable<T> StreamJsonLines<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IValueCodec<T> =>
        new LineValueSequence<T>(Build(), static () => new JsonLinesReader<T, TCodec>(), cancellationToken);

    /// <summary>
    /// Returns the server-sent events of a response, read as they arrive. Each enumeration sends the request when it reads the first event.
    /// </summary>
    public IAsyncEnumerable<T> StreamEvents<T>(SsePayload payload, CancellationToken cancellationToken)
        where T : IJsonModel<T> => StreamEvents<T, ModelCodec<T>>(payload, cancellationToken);

    /// <inheritdoc cref="StreamEvents{T}"/>
    public IAsyncEnumerable<T> StreamEvents<T, TCodec>(SsePayload payload, CancellationToken cancellationToken)
        where TCodec : struct, IValueCodec<T> =>
        new LineValueSequence<T>(Build(), () => new SseReader<T, TCodec>(payload), cancellationToken);

    /// <summary>Returns the items of a list, page by page. The first page is requested when it is enumerated.</summary>
    public Pageable<T> ToPageable<T>(PagingInfo paging, CancellationToken cancellationToken)
        where T : IJsonModel<T> => ToPageable<T, ModelCodec<T>>(paging, cancellationToken);

    /// <inheritdoc cref="ToPageable{T}"/>
    public Pageable<T> ToPageable<T, TCodec>(PagingInfo paging, CancellationToken cancellationToken)
        where TCodec : struct, IValueCodec<T> => new(new PageSource<T, TCodec>(Build(), paging), cancellationToken);
}
