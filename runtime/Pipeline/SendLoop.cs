using System.Diagnostics;
using System.Runtime.CompilerServices;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Telemetry;

namespace CfGen.Pipeline;

/// <summary>
/// The one send path: attempts, redirects, timeouts, the reading of bodies, retries. What to do next is decided by
/// <see cref="RedirectPolicy"/>, <see cref="ErrorFactory"/> and <see cref="RetryPolicy"/>; only awaiting happens here.
/// </summary>
internal static class SendLoop
{
    /// <summary>Sends until there is a successful answer, whose body is then in the call's buffer, or an open stream where the call gives one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask SendAsync(ApiRequestBuilder call, CancellationToken cancellationToken)
    {
        ConnectionSettings settings = call.Prepare();
        long started = settings.TimeProvider.GetTimestamp();
        using Activity? activity = settings.Telemetry.StartActivity(call);
        CallLog.LogStart(call);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (call.TokenProvider is { } provider)
                call.SetToken(await provider(cancellationToken).ConfigureAwait(false));
            call.Attempts++;
            ApiException? failure = null;
            CancellationTokenSource timer = call.Connection.Timers.Rent(call.Timeout);
            CancellationTokenRegistration link = cancellationToken.UnsafeRegister(
                static s => ((CancellationTokenSource)s!).Cancel(),
                timer
            );
            try
            {
                for (Uri? target = call.StartAttempt(); target is not null; target = RedirectPolicy.GetNextTarget(call))
                    call.AcceptResponse(
                        await call.Connection.Transport.SendAsync(call.BuildRequest(target), timer.Token).ConfigureAwait(false)
                    );
                int expected = call.ReturnsStream ? 0 : call.GetExpectedLength();
                Stream stream = Decompression.Decompress(
                    call.Response!,
                    await call.Response!.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false)
                );
                if (call.ReturnsStream)
                    call.AttachStream(stream);
                while (
                    call.OpenedStream is null
                    && await stream.ReadAsync(call.Body.GetMemory(expected), timer.Token).ConfigureAwait(false) is > 0 and int count
                )
                    call.AdvanceBody(count);
            }
            catch (Exception e)
                when (cancellationToken.IsCancellationRequested && e is (OperationCanceledException or HttpRequestException or IOException))
            {
                throw new OperationCanceledException("The call was canceled by its token.", e, cancellationToken);
            }
            catch (Exception e) when (ErrorFactory.FromException(e, call, timer, cancellationToken) is { } known)
            {
                failure = known;
            }
            finally
            {
                link.Dispose();
                if (call.OpenedStream is null)
                {
                    call.Connection.Timers.Return(timer);
                    call.Request?.Dispose();
                    call.Response?.Dispose();
                }
                else
                {
                    timer.Dispose(); // not used again: the connection may still know it
                }
            }

            if (failure is null && call.IsSuccess)
            {
                TimeSpan elapsed = settings.TimeProvider.GetElapsedTime(started);
                settings.Telemetry.RecordCompletion(call, activity, elapsed, null);
                CallLog.LogSuccess(call, elapsed);
                return;
            }

            cancellationToken.ThrowIfCancellationRequested(); // a success that is there is given all the same: it may have had its effect
            failure ??= ErrorFactory.FromStatus(call);
            if (RetryPolicy.GetDelay(call, failure) is not { } delay)
            {
                TimeSpan elapsed = settings.TimeProvider.GetElapsedTime(started);
                settings.Telemetry.RecordCompletion(call, activity, elapsed, failure);
                CallLog.LogFailure(call, elapsed, failure);
                throw failure;
            }

            CallLog.LogRetry(call, delay, failure);
            call.Reset();
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
