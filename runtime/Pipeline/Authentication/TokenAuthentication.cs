using System.Globalization;

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
        _source is null ? default : RequestTokenAsync(_source, _schemes, _refused, message, deadline);

    /// <summary>Decides whether another attempt asks for a new token: one that the server rejects may have expired.</summary>
    public bool TryRenew(ApiMessage message, ApiException failure)
    {
        if (_refused is not null || _source is null || !_request.IsBodyReplayable || failure is not ApiUnauthorizedException)
            return false;
        _refused = message.Token;
        return true;
    }

    private static async ValueTask<ApiException?> RequestTokenAsync(
        TokenSource source,
        ulong schemes,
        string? refused,
        ApiMessage message,
        CallDeadline deadline
    )
    {
        try
        {
            string token = await source.GetTokenAsync(message.Request, schemes, refused, deadline.Token).ConfigureAwait(false);
            if (!CredentialSet.IsValidToken(token))
                return CreateFailure(message, source, " returned no token, or one with a character that cannot be sent.", null);
            message.Token = token;
            return null;
        }
#pragma warning disable CA1031 // A provider throws what it wants, and a call throws an ApiException.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return deadline.IsOver
                ? CallDeadline.CreateFailure(message, e)
                : CreateFailure(message, source, DescribeFailure(message, e), e);
        }
    }

    // The message of a foreign exception may hold anything, that of our own never holds a secret.
    private static string DescribeFailure(ApiMessage message, Exception e) =>
        e switch
        {
            TokenTimeoutException => string.Create(
                CultureInfo.InvariantCulture,
                $" returned no token within the Timeout of {message.Request.Timeout.TotalSeconds:0.###} s."
            ),
            ApiCredentialsException { OperationId: null } => $" failed: {e.Message}",
            _ => " failed. The inner exception has the reason.",
        };

    private static ApiCredentialsException CreateFailure(ApiMessage message, TokenSource source, string problem, Exception? e) =>
        new(
            $"{message.Request.Describe()} was not sent: the token provider {source.OptionName}{problem}",
            e is TokenTimeoutException ? e.InnerException : e
        )
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt - 1,
        };
}
