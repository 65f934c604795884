using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace CfGen.Infrastructure;

/// <summary>Whether a failed attempt is repeated, and after how long.</summary>
internal static class RetryRules
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(8);

    /// <summary>The wait before the next attempt, or null where there is none.</summary>
    public static TimeSpan? Next(ApiCall call, ApiException failure)
    {
        if (call.MayAskForNewToken(failure))
            return TimeSpan.Zero;
        if (call.Attempts > call.MaxRetries || !call.CanSendBody || !MayPass(failure) || !MayRepeat(call, failure))
            return null;
        TimeSpan? asked = failure is ApiStatusException { RetryAfter: { } wait } ? wait : null;
        TimeSpan cap = call.Connection.Settings!.MaxRetryAfter;
        return asked is { } time ? (time < cap ? time : cap) : Backoff(call.Attempts);
    }

    /// <summary>min(0.5 s * 2^n, 8 s) less up to a quarter, so that clients that failed together do not come back together.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter is no secret.")]
    private static TimeSpan Backoff(int attempts)
    {
        TimeSpan full = attempts > 5 ? s_longest : s_first * (1 << (attempts - 1));
        return (full < s_longest ? full : s_longest) * (1 - (Random.Shared.NextDouble() / 4));
    }

    private static bool MayPass(ApiException failure) => failure switch
    {
        ApiTimeoutException => true,
        ApiConnectionException connection => connection.IsTransient,
        ApiStatusException status => ShouldRetry(status.Headers) ?? (int)status.StatusCode is 408 or 409 or 429 or >= 500,
        _ => false,
    };

    /// <summary>POST and PATCH could take effect twice once the server may have seen them.</summary>
    private static bool MayRepeat(ApiCall call, ApiException failure)
        => call.MaySendTwice || failure is ApiConnectionException { WasNotSent: true };

    private static bool? ShouldRetry(HttpResponseHeaders headers) => RequestIds.First(headers, "x-should-retry") switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };
}
