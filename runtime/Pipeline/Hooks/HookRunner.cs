using System.Runtime.ExceptionServices;
using CfGen.Pipeline.Authentication;
using Microsoft.Extensions.Logging;

namespace CfGen.Pipeline.Hooks;

/// <summary>Runs the hooks of a client around its attempts. A client without hooks has none.</summary>
internal sealed class HookRunner(ApiHook[] hooks)
{
    /// <summary>Creates the runner of a client; null if its options have no hook.</summary>
    public static HookRunner? Create(ApiClientOptions options, CredentialSet credentials, ILogger logger)
    {
        List<ApiHook> hooks = [.. options.HooksOrNull ?? []];
        if (options.CreateContentLog?.Invoke(options, credentials, logger) is { } log)
            hooks.Add(log); // the last: it sees what the others have changed
        return hooks.Count == 0 ? null : new HookRunner([.. hooks]);
    }

    /// <summary>Creates the attempt that the hooks see.</summary>
    public static ApiAttempt CreateAttempt(in PreparedRequest prepared, ApiMessage message) =>
        new(prepared.Request.Operation.Id, prepared.Request.Operation.Path, message.Attempt)
        {
            State = prepared.Request.Options?.State,
            CorrelationId = prepared.CorrelationId,
            Message = message,
        };

    /// <summary>Runs the hooks before a request is sent.</summary>
    /// <exception cref="Exception">
    /// A hook threw, and the attempt keeps it for <see cref="RunAfterAsync"/>; or the attempt timed out.
    /// </exception>
    public async ValueTask RunBeforeAsync(ApiAttempt attempt, ApiMessage message, bool isOwnOrigin, CancellationToken cancellationToken)
    {
        HttpRequestMessage request = message.HttpRequest!;
        attempt.SetRequest(request, message.RedirectCount);
        if (!isOwnOrigin)
            return; // what a hook adds is for the API only
        try
        {
            foreach (ApiHook hook in hooks)
                await hook.BeforeAttemptAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            attempt.HookFault = ExceptionDispatchInfo.Capture(e);
            throw;
        }

        message.Target = request.RequestUri; // a hook may have signed the URL
    }

    /// <summary>Runs the hooks after an attempt, the last first.</summary>
    /// <exception cref="Exception">A hook threw, before or after the attempt.</exception>
    public async ValueTask RunAfterAsync(ApiAttempt attempt, ApiMessage message, ApiException? failure, CancellationToken cancellationToken)
    {
        if (!attempt.HasRequest)
            return; // there is no token to send it with
        bool isDone = false;
        try
        {
            attempt.HookFault?.Throw();
            attempt.SetOutcome(message.Response, message.Body.Memory, failure);
            for (int i = hooks.Length - 1; i >= 0; i--)
                await hooks[i].AfterAttemptAsync(attempt, cancellationToken).ConfigureAwait(false);
            attempt.SetOutcome(message.Response, default, failure);
            isDone = true;
        }
        finally
        {
            if (!isDone)
                message.Abandon();
        }
    }
}
