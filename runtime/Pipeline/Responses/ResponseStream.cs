namespace CfGen.Pipeline.Responses;

/// <summary>
/// The open body of a response. It holds its connection until it is disposed. The timeout of the attempt ended with the headers: here each
/// read has a timeout of its own.
/// </summary>
internal sealed class ResponseStream(Stream body, ApiMessage message) : ReadOnlyStream
{
    private readonly HttpRequestMessage? _request = message.HttpRequest;
    private readonly HttpResponseMessage _response = message.Response!;
    private CancellationTokenSource? _timer;

    public ApiRequest Request => message.Request;

    /// <exception cref="ApiException">The body is incomplete, takes too long, or is not of the encoding that its header names.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            throw ReportCancellation(cancellationToken);
        CancellationTokenSource timer = _timer ??= new CancellationTokenSource(
            Timeout.InfiniteTimeSpan,
            message.Request.Settings.TimeProvider
        );
        try
        {
            ValueTask<int> read = body.ReadAsync(buffer, timer.Token);
            return read.IsCompletedSuccessfully ? read.Result : await WaitAsync(read, timer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (CreateException(e, timer, cancellationToken) is { } failure)
        {
            message.EndCall(failure); // of an enumeration; any other call has ended
            throw failure;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            _response.Dispose();
            _request?.Dispose();
            _timer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> read, CancellationTokenSource timer, CancellationToken cancellationToken)
    {
        timer.CancelAfter(message.Request.IdleTimeout);
        CancellationTokenRegistration link = cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), timer);
        try
        {
            return await read.ConfigureAwait(false);
        }
        finally
        {
            await link.DisposeAsync().ConfigureAwait(false);
            if (!timer.TryReset())
            {
                timer.Dispose(); // it ended meanwhile, or its clock is not the system's: the next read has another
                _timer = null;
            }
        }
    }

    private OperationCanceledException ReportCancellation(CancellationToken cancellationToken)
    {
        var failure = new OperationCanceledException("The call was canceled by its token.", cancellationToken);
        message.EndCall(failure);
        return failure;
    }

    private Exception? CreateException(Exception e, CancellationTokenSource timer, CancellationToken cancellationToken)
    {
        if (e is InvalidDataException)
            return ResponseFormatError.Create(message, $"is not valid {Decompression.GetName(message)}", null, e);
        if (e is not (OperationCanceledException or IOException or HttpRequestException))
            return null;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("The call was canceled by its token.", e, cancellationToken);
        if (timer.IsCancellationRequested)
            return CreateTimeoutException(e);
        string problem =
            e is TruncatedBodyException ? "the compressed body is truncated." : "the connection was closed before the end of the body.";
        return new ApiConnectionException(
            $"{message.Request.Describe()} received an incomplete response from {message.TargetOrigin}: {problem}",
            e
        )
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt,
        };
    }

    private ApiTimeoutException CreateTimeoutException(Exception e)
    {
        TimeSpan timeout = message.Request.IdleTimeout;
        string text = FormattableString.Invariant(
            $"{message.Request.Describe()} received nothing more of its response from {message.TargetOrigin} within {timeout.TotalSeconds:0.###} s. Set IdleTimeout if the server may be silent for longer."
        );
        return new ApiTimeoutException(text, timeout, e) { OperationId = message.Request.Operation.Id, Attempts = message.Attempt };
    }
}
