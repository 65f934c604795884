using CfGen.Pipeline;
using CfGen.Pipeline.Paging;
using CfGen.Pipeline.Responses;

namespace CfGen.CodeGen;

// The ends of a call: each sends it.
public sealed partial class ApiRequestBuilder
{
    /// <summary>Sends and gives the value, or the default of its type where the answer has none.</summary>
    public Task<T> SendForResultAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendForResultAsync<T, ModelCodec<T>>(cancellationToken);

    /// <summary>Sends and gives the value with status, headers and envelope.</summary>
    public Task<ApiResponse<T>> SendForResponseAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendForResponseAsync<T, ModelCodec<T>>(cancellationToken);

    /// <inheritdoc cref="SendForResultAsync{T}"/>
    public async Task<T> SendForResultAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            return ResponseReader.ReadValue<T, TCodec>(this, keepEnvelope: false, out _)!;
        }
        finally
        {
            Release();
        }
    }

    /// <inheritdoc cref="SendForResponseAsync{T}"/>
    public async Task<ApiResponse<T>> SendForResponseAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            T? value = ResponseReader.ReadValue<T, TCodec>(this, keepEnvelope: true, out bool hasValue);
            return CreateResponse(value, hasValue);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends where the answer has no value.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            ResponseReader.CheckEnvelope(this, keepEnvelope: false);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends where the answer has no value, and gives status, headers and envelope.</summary>
    public async Task<ApiResponse> SendWithResponseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendLoop.SendAsync(this, cancellationToken).ConfigureAwait(false);
            ResponseReader.CheckEnvelope(this, keepEnvelope: true);
            return CreateResponse();
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The items of a list, page by page. Nothing is sent before the first page is asked for.</summary>
    public Pageable<T> ToPageable<T>(PagingInfo paging, CancellationToken cancellationToken)
        where T : IJsonModel<T> => ToPageable<T, ModelCodec<T>>(paging, cancellationToken);

    /// <inheritdoc cref="ToPageable{T}"/>
    public Pageable<T> ToPageable<T, TCodec>(PagingInfo paging, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        _ = UrlText; // gives the pooled buffer back: a list that is never enumerated must not keep it
        return new Pageable<T>(new PageSource<T, TCodec>(this, paging), cancellationToken);
    }

    internal ApiResponse CreateResponse() =>
        new(Response!.StatusCode, Response.Headers)
        {
            Envelope = Envelope,
            RawBody = ReadRawBody(),
            ContentHeaders = Response.Content.Headers,
        };

    private ApiResponse<T> CreateResponse<T>(T? value, bool hasValue) =>
        new(Response!.StatusCode, value, hasValue, Response.Headers)
        {
            Envelope = Envelope,
            RawBody = ReadRawBody(),
            ContentHeaders = Response.Content.Headers,
        };

    private string? ReadRawBody() => _options?.IncludeRawBody == true ? BodyText.Decode(Body.Bytes) : null;

    internal void Release()
    {
        _url.Release();
        Body.Release();
    }
}
