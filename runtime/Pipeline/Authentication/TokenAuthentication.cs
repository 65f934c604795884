namespace CfGen.Pipeline.Authentication;

/// <summary>Gets the token of a request from its token provider, before each attempt and once more after a 401.</summary>
internal struct TokenAuthentication(PreparedRequest prepared)
{
    private readonly ApiRequest _request = prepared.Request;
    private readonly Func<CancellationToken, ValueTask<string>>? _provider = prepared.Request.Settings.Credentials.GetTokenProvider(
        prepared.Schemes
    );
    private bool _isRenewed;

    /// <summary>Gives the message its token, if the request needs one.</summary>
    /// <returns>The failure, or null if the message can be sent.</returns>
    public readonly ValueTask<ApiException?> AuthenticateAsync(ApiMessage message, CallDeadline deadline) =>
        _provider is null ? default : RequestTokenAsync(_provider, message, deadline);

    /// <summary>Decides whether another attempt asks for a new token: one that the server rejects may have expired.</summary>
    public bool TryRenew(ApiException failure)
    {
        if (_isRenewed || _provider is null || !_request.IsBodyReplayable || failure is not ApiUnauthorizedException)
            return false;
        _isRenewed = true;
        return true;
    }

    private static async ValueTask<ApiException?> RequestTokenAsync(
        Func<CancellationToken, ValueTask<string>> provider,
        ApiMessage message,
        CallDeadline deadline
    )
    {
        Task<string>? pending = null;
        try
        {
            pending = provider(deadline.Token).AsTask();
            string token = await pending.WaitAsync(deadline.Token).ConfigureAwait(false); // the provider may ignore its token
            if (!CredentialSet.IsValidToken(token))
                return CreateFailure(message, "returned no token, or one with a character that cannot be sent", null);
            message.Token = token;
            return null;
        }
#pragma warning disable CA1031 // A provider throws what it wants, and a call throws an ApiException.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!deadline.IsOver)
                return CreateFailure(message, "failed. The inner exception has the reason", e);
            _ = pending?.ContinueWith(
                static abandoned => abandoned.Exception, // nobody else observes it
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            return CallDeadline.CreateFailure(message, e);
        }
    }

    private static ApiCredentialsException CreateFailure(ApiMessage message, string problem, Exception? e) =>
        new($"{message.Request.Describe()} was not sent: the token provider {problem}.", e)
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt - 1,
        };
}
