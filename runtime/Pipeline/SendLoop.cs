using System.Runtime.CompilerServices;
using CfGen.CodeGen;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Hooks;
using CfGen.Pipeline.Responses;
using CfGen.Telemetry;

namespace CfGen.Pipeline;

/// <summary>
/// Sends a request: attempts, redirects, the reading of the body, retries. <see cref="CallDeadline"/>, <see cref="TokenAuthentication"/>,
/// <see cref="RedirectPolicy"/>, <see cref="ErrorFactory"/>, <see cref="RetryPolicy"/> and <see cref="CallObserver"/> are its steps; only
/// awaiting happens here.
/// </summary>
internal static class SendLoop
{
    /// <summary>
    /// Sends until a response is successful. Its body is in the message then, read completely, or open if the caller streams it.
    /// </summary>
    /// <exception cref="ApiValidationException">An argument violates the document.</exception>
    /// <exception cref="ApiException">The call failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ApiMessage> SendAsync(ApiRequest request, BodyHandling handling, CancellationToken cancellationToken)
    {
        CallObserver? observer = null;
        ApiMessage? message = null;
        try
        {
            if (request.PendingPatterns is { } patterns)
                await patterns.CheckAsync(request.Operation.Id, request.Error, cancellationToken).ConfigureAwait(false);
            PreparedRequest prepared = PreparedRequest.Create(request);
            HookRunner? hooks = request.Connection.Hooks;
            var authentication = new TokenAuthentication(prepared);
            observer = CallObserver.Start(prepared);
            using CallDeadline deadline = CallDeadline.Start(request, cancellationToken);
            while (true)
            {
                deadline.ThrowIfCanceled();
                message = new ApiMessage(request, message) { CallToken = cancellationToken };
                ApiAttempt? attempt = hooks is null ? null : HookRunner.CreateAttempt(prepared, message);
                ApiException? failure =
                    await authentication.AuthenticateAsync(message, deadline).ConfigureAwait(false)
                    ?? await SendAttemptAsync(prepared, message, attempt, handling, deadline.Token).ConfigureAwait(false);
                if (attempt is not null)
                    await hooks!.RunAfterAsync(attempt, message, failure, deadline.Token).ConfigureAwait(false);
                if (failure is null)
                {
                    message.Observe(observer);
                    return message;
                }

                message.ReleaseBody();
                deadline.ThrowIfCanceled(failure); // a success is returned all the same: it may have had its effect
                TimeSpan? delay = authentication.TryRenew(message, failure) ? TimeSpan.Zero : RetryPolicy.GetDelay(message, failure);
                if (delay is not { } wait)
                    throw failure;
                if (!deadline.IsOver)
                {
                    CallLog.LogRetry(message, wait, failure, prepared.CorrelationId);
                    await Task.Delay(wait, request.Settings.TimeProvider, deadline.Token)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                if (deadline.IsOver)
                    throw CallDeadline.CreateFailure(message, failure);
            }
        }
        catch (Exception e) when (CallObserver.Report(request, observer, message, e))
        {
            throw;
        }
    }

    /// <summary>Sends one attempt and follows its redirects.</summary>
    /// <returns>The failure, or null after a success.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<ApiException?> SendAttemptAsync(
        PreparedRequest prepared,
        ApiMessage message,
        ApiAttempt? attempt,
        BodyHandling handling,
        CancellationToken deadline
    )
    {
        ApiConnection connection = prepared.Request.Connection;
        CancellationTokenSource timer = connection.Timers.Rent(prepared.Request.Timeout);
        CancellationTokenRegistration link = deadline.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), timer);
        bool isComplete = false;
        try
        {
            for (Uri? target = prepared.Url; target is not null; target = RedirectPolicy.GetNextTarget(prepared, message))
            {
                HttpRequestMessage http = HttpRequestFactory.Create(prepared, message, target, out bool isOwnOrigin);
                if (attempt is not null)
                    await connection.Hooks!.RunBeforeAsync(attempt, message, isOwnOrigin, timer.Token).ConfigureAwait(false);
                message.Response = await connection.Transport.SendAsync(http, timer.Token).ConfigureAwait(false);
            }

            bool opensStream = message.IsSuccess && message.LeavesOpen(handling);
            int expected = opensStream || !message.IsSuccess ? 0 : message.GetExpectedLength(); // of an error as much is read as fits
            Stream body = Decompression.Decompress(
                message,
                await message.Response!.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false)
            );
            if (opensStream)
                message.OpenStream(body);
            while (
                !opensStream
                && await body.ReadAsync(message.Body.GetMemory(expected), timer.Token).ConfigureAwait(false) is > 0 and int count
            )
                message.AdvanceBody(count, timer.Token);
            isComplete = true;
            return message.IsSuccess ? null : ErrorFactory.FromStatus(message);
        }
#pragma warning disable CA1031 // Handlers throw what they want, and a call throws an ApiException.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ApiException failure = deadline.IsCancellationRequested
                ? CallDeadline.CreateFailure(message, e)
                : ErrorFactory.FromException(e, message, timer);
            isComplete = true;
            return failure;
        }
        finally
        {
            link.Dispose();
            if (!isComplete)
                message.ReleaseBody();
            EndAttempt(message, timer);
        }
    }

    private static void EndAttempt(ApiMessage message, CancellationTokenSource timer)
    {
        if (message.Stream is null)
        {
            message.Request.Connection.Timers.Return(timer);
            message.DisposeHttp();
        }
        else
        {
            timer.Dispose(); // not used again: the connection may still know it
        }
    }
}
