namespace CfGen.Pipeline.Authentication;

/// <summary>The source of the tokens of a scheme: a token provider of the options.</summary>
/// <param name="optionName">The option that holds the provider, as messages name it.</param>
internal abstract class TokenSource(string optionName)
{
    public string OptionName => optionName;

    /// <summary>Gets a token for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="schemes">The schemes that it is sent with, a bit each.</param>
    /// <param name="refused">The token that the server refused; null if it refused none.</param>
    /// <param name="cancellationToken">Ends the wait of this request.</param>
    /// <exception cref="TokenTimeoutException">The provider took longer than an attempt may.</exception>
    public abstract ValueTask<string> GetTokenAsync(
        ApiRequest request,
        ulong schemes,
        string? refused,
        CancellationToken cancellationToken
    );

    /// <summary>Waits for a provider, which may ignore its token.</summary>
    protected static async Task<T> WaitAsync<T>(Task<T> pending, ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.WaitAsync(request.Timeout, request.Settings.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e) when (!pending.IsCompleted)
        {
            throw new TokenTimeoutException(e);
        }
        finally
        {
            if (!pending.IsCompleted)
                Abandon(pending);
        }
    }

    // Nobody else observes what it throws.
    private static void Abandon(Task pending) =>
        _ = pending.ContinueWith(
            static abandoned => abandoned.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
