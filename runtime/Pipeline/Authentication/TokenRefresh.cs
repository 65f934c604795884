namespace CfGen.Pipeline.Authentication;

/// <summary>One question to a token provider. It belongs to no call: a call that is canceled does not cancel it for the others.</summary>
internal sealed class TokenRefresh
{
    private readonly TaskCompletionSource<ApiAccessToken?> _token = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancellation = new();

    public Task<ApiAccessToken?> Task => _token.Task;

    /// <summary>True if the provider knows that the server refused the last token.</summary>
    public bool IsAfterRefusal { get; init; }

    /// <summary>The number of calls that wait, changed under the lock of the cache.</summary>
    public int WaitingCount { get; set; }

    /// <summary>Asks the provider, on another thread: it may block.</summary>
    public void Start(
        TokenCache cache,
        Func<ApiTokenContext, CancellationToken, ValueTask<ApiAccessToken>> provider,
        ApiTokenContext context,
        TimeProvider clock
    ) =>
        _ = System.Threading.Tasks.Task.Run(async () =>
        {
            try
            {
                ApiAccessToken? token = await provider(context, _cancellation.Token).ConfigureAwait(false);
                cache.Keep(this, token, clock.GetUtcNow());
                _token.SetResult(token);
            }
#pragma warning disable CA1031 // The calls that wait get it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                cache.Forget(this);
                _token.SetException(e);
            }
        });

    public void Cancel() => _cancellation.Cancel();
}
