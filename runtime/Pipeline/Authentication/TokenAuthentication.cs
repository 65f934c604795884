namespace CfGen.Pipeline.Authentication;

/// <summary>Gets the token of a request from its token provider, before each attempt and once more after a 401.</summary>
internal struct TokenAuthentication(PreparedRequest prepared)
{
    private readonly ApiRequest _request = prepared.Request;
    private readonly ulong _schemes = prepared.Schemes;
    private readonly TokenSource? _source = prepared.Request.Settings.Credentials.GetTokenSource(prepared.Schemes);
    private string? _refused;

    /// <summary>Gives the message its token, if the request needs one.</summary>
    /// <returns>The failure, or null if the message can be sent.</returns>
    public readonly ValueTask<ApiException?> AuthenticateAsync(ApiMessage message, CallDeadline deadline) =>
        _source is null ? default : _source.AuthenticateAsync(_schemes, _refused, message, deadline);

    /// <summary>Decides whether another attempt asks for a new token: one that the server rejects may have expired.</summary>
    public bool TryRenew(ApiMessage message, ApiException failure)
    {
        if (_refused is not null || _source is null || !_request.IsBodyReplayable || failure is not ApiUnauthorizedException)
            return false;
        _refused = message.Token;
        return true;
    }
}
