namespace CfGen.Infrastructure;

// The ends of a call whose answer is not one JSON value.
public sealed partial class ApiCall
{
    /// <summary>Sends and gives the body as text.</summary>
    public async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            return Decoder.Text(this, out _)!;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends and gives the body as text, with status and headers.</summary>
    public async Task<ApiResponse<string>> TextResponseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            string? text = Decoder.Text(this, out bool hasValue);
            return ToResponse(text, hasValue);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Sends and gives the body unread, once the headers are there; it is the caller's to dispose. Null where the document says that the answer is something else.</summary>
    public async Task<Stream> StreamAsync(CancellationToken cancellationToken)
    {
        _givesStream = true;
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            return Opened!;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>As <see cref="StreamAsync"/>, with status and headers.</summary>
    public async Task<ApiResponse<Stream>> StreamResponseAsync(CancellationToken cancellationToken)
    {
        _givesStream = true;
        try
        {
            await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
            return ToResponse<Stream>(Opened, Opened is not null && Response!.StatusCode != System.Net.HttpStatusCode.NoContent && Response.Content.Headers.ContentLength != 0);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The values of an answer that has one a line, read as they come. Nothing is sent before the first is asked for; each enumeration sends anew.</summary>
    public IAsyncEnumerable<T> Lines<T>(CancellationToken cancellationToken)
        where T : IJsonModel<T> => Lines<T, ModelCodec<T>>(cancellationToken);

    /// <inheritdoc cref="Lines{T}"/>
    public IAsyncEnumerable<T> Lines<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => Sequence(static () => new JsonLineReader<T, TCodec>(), cancellationToken);

    /// <summary>The server-sent events of an answer, read as they come. Nothing is sent before the first is asked for; each enumeration sends anew.</summary>
    public IAsyncEnumerable<T> Events<T>(EventForm form, CancellationToken cancellationToken)
        where T : IJsonModel<T> => Events<T, ModelCodec<T>>(form, cancellationToken);

    /// <inheritdoc cref="Events{T}"/>
    public IAsyncEnumerable<T> Events<T, TCodec>(EventForm form, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => Sequence(() => new EventReader<T, TCodec>(form), cancellationToken);

    private LineSource<T> Sequence<T>(Func<LineReader<T>> start, CancellationToken cancellationToken)
    {
        _ = UrlText; // gives the pooled buffer back: values that are never asked for must not keep it
        return new LineSource<T>(this, start, cancellationToken);
    }

    internal async Task<Stream?> OpenAsync(CancellationToken cancellationToken)
    {
        _givesStream = true;
        await Sender.RunAsync(this, cancellationToken).ConfigureAwait(false);
        return Opened;
    }
}
