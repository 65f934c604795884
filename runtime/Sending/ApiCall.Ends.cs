namespace CfGen.Infrastructure;

// The ends of a call: each sends it.
public sealed partial class ApiCall
{
    /// <summary>Sends and gives the value, or the default of its type where the answer has none.</summary>
    public Task<T> ResultAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => ResultAsync<T, ModelCodec<T>>(cancellationToken);

    /// <summary>Sends and gives the value with status, headers and envelope.</summary>
    public Task<ApiResponse<T>> ResponseAsync<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => ResponseAsync<T, ModelCodec<T>>(cancellationToken);

    /// <inheritdoc cref="ResultAsync{T}"/>
    public async Task<T> ResultAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            return Decoder.Value<T, TCodec>(this, keepEnvelope: false, out _)!;
        }
        finally
        {
            Release();
        }
    }

    /// <inheritdoc cref="ResponseAsync{T}"/>
    public async Task<ApiResponse<T>> ResponseAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            T? value = Decoder.Value<T, TCodec>(this, keepEnvelope: true, out bool hasValue);
            return ToResponse(value, hasValue);
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
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            Decoder.Check(this, keepEnvelope: false);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends where the answer has no value, and gives status, headers and envelope.</summary>
    public async Task<ApiResponse> SendResponseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            Decoder.Check(this, keepEnvelope: true);
            return ToResponse();
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The items of a list, page by page. Nothing is sent before the first page is asked for.</summary>
    public Pageable<T> Pages<T>(PagingInfo paging, CancellationToken cancellationToken)
        where T : IJsonModel<T> => Pages<T, ModelCodec<T>>(paging, cancellationToken);

    /// <inheritdoc cref="Pages{T}"/>
    public Pageable<T> Pages<T, TCodec>(PagingInfo paging, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        _ = UrlText; // gives the pooled buffer back: a list that is never enumerated must not keep it
        return new Pageable<T>(new PageSource<T, TCodec>(this, paging), cancellationToken);
    }

    internal ApiResponse ToResponse() => new(Response!.StatusCode, Response.Headers) { Envelope = Envelope, RawBody = RawBody(), ContentHeaders = Response.Content.Headers };

    private ApiResponse<T> ToResponse<T>(T? value, bool hasValue)
        => new(Response!.StatusCode, value, hasValue, Response.Headers) { Envelope = Envelope, RawBody = RawBody(), ContentHeaders = Response.Content.Headers };

    private string? RawBody() => _options?.IncludeRawBody == true ? BodyText.All(Body.Bytes) : null;

    internal void Release()
    {
        _url.Release();
        Body.Release();
    }
}
