using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CfGen.Infrastructure;

/// <summary>
/// The one send path: attempts, redirects, timeouts, the reading of bodies, retries. What to do next is decided by
/// <see cref="Redirects"/>, <see cref="Failures"/> and <see cref="RetryRules"/>; only awaiting happens here.
/// </summary>
internal static class Sender
{
    /// <summary>Sends until there is a successful answer, whose body is then in the call's buffer, or an open stream where the call gives one.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask RunAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ConnectionSettings settings = call.Prepare();
        long started = settings.Time.GetTimestamp();
        using Activity? activity = settings.Telemetry.Start(call);
        Log.Start(call);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (call.TokenProvider is { } provider)
                call.TakeToken(await provider(cancellationToken).ConfigureAwait(false));
            call.Attempts++;
            ApiException? failure = null;
            CancellationTokenSource timer = call.Connection.Timers.Rent(call.Timeout);
            CancellationTokenRegistration link = cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), timer);
            try
            {
                for (Uri? target = call.FirstTarget(); target is not null; target = Redirects.Next(call))
                    call.Take(await call.Connection.Transport.SendAsync(call.BuildRequest(target), timer.Token).ConfigureAwait(false));
                int expected = call.GivesStream ? 0 : call.ExpectedLength();
                Stream stream = Decompression.Of(call.Response!, await call.Response!.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false));
                if (call.GivesStream)
                    call.Open(stream);
                while (call.Opened is null && await stream.ReadAsync(call.Body.Space(expected), timer.Token).ConfigureAwait(false) is > 0 and int count)
                    call.Read(count);
            }
            catch (Exception e) when (cancellationToken.IsCancellationRequested && e is (OperationCanceledException or HttpRequestException or IOException))
            {
                throw new OperationCanceledException("The call was canceled by its token.", e, cancellationToken);
            }
            catch (Exception e) when (Failures.Of(e, call, timer, cancellationToken) is { } known)
            {
                failure = known;
            }
            finally
            {
                link.Dispose();
                if (call.Opened is null)
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
                TimeSpan elapsed = settings.Time.GetElapsedTime(started);
                settings.Telemetry.End(call, activity, elapsed, null);
                Log.End(call, elapsed);
                return;
            }

            cancellationToken.ThrowIfCancellationRequested(); // a success that is there is given all the same: it may have had its effect
            failure ??= Failures.Status(call);
            if (RetryRules.Next(call, failure) is not { } delay)
            {
                TimeSpan elapsed = settings.Time.GetElapsedTime(started);
                settings.Telemetry.End(call, activity, elapsed, failure);
                Log.Failed(call, elapsed, failure);
                throw failure;
            }

            Log.Retry(call, delay, failure);
            call.Reset();
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, settings.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
