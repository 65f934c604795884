using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>The end of a call: the caller's token, and the total timeout over all attempts, delays and the token provider.</summary>
internal readonly struct CallDeadline : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _link;
    private readonly CancellationToken _caller;

    private CallDeadline(CancellationTokenSource? timer, CancellationToken caller)
    {
        _timer = timer;
        _caller = caller;
        if (timer is not null)
            _link = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timer);
    }

    /// <summary>The token of everything that the call waits for.</summary>
    public CancellationToken Token => _timer?.Token ?? _caller;

    /// <summary>True if the caller canceled the call, or the total timeout is over.</summary>
    public bool IsOver => Token.IsCancellationRequested;

    /// <summary>Starts the total timeout. Without one the deadline is the caller's token, which costs nothing.</summary>
    public static CallDeadline Start(ApiRequest request, CancellationToken cancellationToken)
    {
        TimeSpan timeout = request.TotalTimeout;
        // Not from the pool of timers: a token provider that is given up may keep the token.
        return new(
            timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(timeout, request.Settings.TimeProvider),
            cancellationToken
        );
    }

    /// <exception cref="OperationCanceledException">The caller canceled the call.</exception>
    public void ThrowIfCanceled(Exception? cause = null) => ThrowIfCallerCanceled(cause, _caller);

    /// <summary>Creates the failure of a call that is over.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled the call.</exception>
    public static ApiTimeoutException CreateFailure(ApiMessage message, Exception? cause)
    {
        ThrowIfCallerCanceled(cause, message.CallToken);
        return ErrorFactory.FromTotalTimeout(message, cause);
    }

    public void Dispose()
    {
        _link.Dispose();
        _timer?.Dispose();
    }

    private static void ThrowIfCallerCanceled(Exception? cause, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
            throw new OperationCanceledException("The call was canceled by its token.", cause, caller);
    }
}
