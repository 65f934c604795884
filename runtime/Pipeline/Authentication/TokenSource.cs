using System.Globalization;

namespace CfGen.Pipeline.Authentication;

/// <summary>The source of the tokens of a scheme: a token provider of the options.</summary>
/// <param name="optionName">The option that holds the provider, as messages name it.</param>
internal abstract class TokenSource(string optionName)
{
    /// <summary>Gives a message its token.</summary>
    /// <returns>The failure, or null if the message can be sent.</returns>
    public async ValueTask<ApiException?> AuthenticateAsync(ulong schemes, string? refused, ApiMessage message, CallDeadline deadline)
    {
        try
        {
            string token = await GetTokenAsync(message.Request, schemes, refused, deadline.Token).ConfigureAwait(false);
            if (!CredentialSet.IsValidToken(token))
                return CreateFailure(message, " returned no token, or one with a character that cannot be sent.", null);
            message.Token = token;
            return null;
        }
#pragma warning disable CA1031 // A provider throws what it wants, and a call throws an ApiException.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return deadline.IsOver ? CallDeadline.CreateFailure(message, e) : CreateFailure(message, DescribeFailure(message, e), e);
        }
    }

    /// <summary>Gets a token for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="schemes">The schemes that it is sent with, a bit each.</param>
    /// <param name="refused">The token that the server refused; null if it refused none.</param>
    /// <param name="cancellationToken">Ends the wait of this request.</param>
    /// <exception cref="TokenTimeoutException">The provider took longer than an attempt may.</exception>
    protected abstract ValueTask<string> GetTokenAsync(
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

    private ApiCredentialsException CreateFailure(ApiMessage message, string problem, Exception? e) =>
        new(
            $"{message.Request.Describe()} was not sent: the token provider {optionName}{problem}",
            e is TokenTimeoutException ? e.InnerException : e
        )
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt - 1,
        };
}
