namespace CfGen.Pipeline.Authentication;

/// <summary>Gets the token of a request from its token provider, before each attempt and once more after a 401.</summary>
internal struct TokenAuthentication(PreparedRequest prepared)
{
    private readonly ApiRequest _request = prepared.Request;
    private readonly Func<CancellationToken, ValueTask<string>>? _provider = prepared.Request.Settings.Credentials.GetTokenProvider(
        prepared.Schemes
    );
    private bool _isRenewed;

    /// <summary>Gets the token, or null if the request needs none.</summary>
    /// <exception cref="ApiCredentialsException">The provider returned no token that can be sent.</exception>
    public readonly ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) =>
        _provider is null ? default : RequestTokenAsync(_request, _provider, cancellationToken);

    /// <summary>Decides whether another attempt asks for a new token: one that the server rejects may have expired.</summary>
    public bool TryRenew(ApiException failure)
    {
        if (_isRenewed || _provider is null || !_request.IsBodyReplayable || failure is not ApiUnauthorizedException)
            return false;
        _isRenewed = true;
        return true;
    }

    private static async ValueTask<string?> RequestTokenAsync(
        ApiRequest request,
        Func<CancellationToken, ValueTask<string>> provider,
        CancellationToken cancellationToken
    )
    {
        string token = await provider(cancellationToken).ConfigureAwait(false);
        return CredentialSet.IsValidToken(token)
            ? token
            : throw new ApiCredentialsException(
                $"{request.Describe()} was not sent: the token provider returned no token, or one with a character that cannot be sent."
            )
            {
                OperationId = request.Operation.Id,
            };
    }
}
