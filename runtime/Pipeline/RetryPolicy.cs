using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>Whether a failed attempt is repeated, and after how long.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromSeconds(8);

    /// <summary>The wait before the next attempt, or null where there is none.</summary>
    public static TimeSpan? GetDelay(ApiRequestBuilder call, ApiException failure)
    {
        if (call.TryRenewToken(failure))
            return TimeSpan.Zero;
        if (call.Attempts > call.MaxRetries || !call.IsBodyReplayable || !IsTransient(failure) || !IsSafeToRepeat(call, failure))
            return null;
        TimeSpan? asked = failure is ApiStatusException { RetryAfter: { } wait } ? wait : null;
        TimeSpan cap = call.Connection.Settings!.MaxRetryAfter;
        return asked is { } time ? (time < cap ? time : cap) : GetBackoffDelay(call.Attempts);
    }

    /// <summary>min(0.5 s * 2^n, 8 s) less up to a quarter, so that clients that failed together do not come back together.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter is no secret.")]
    private static TimeSpan GetBackoffDelay(int attempts)
    {
        TimeSpan full = attempts > 5 ? s_maxDelay : s_firstDelay * (1 << (attempts - 1));
        return (full < s_maxDelay ? full : s_maxDelay) * (1 - (Random.Shared.NextDouble() / 4));
    }

    private static bool IsTransient(ApiException failure) =>
        failure switch
        {
            ApiTimeoutException => true,
            ApiConnectionException connection => connection.IsTransient,
            ApiStatusException status => ReadShouldRetry(status.Headers) ?? (int)status.StatusCode is 408 or 409 or 429 or >= 500,
            _ => false,
        };

    /// <summary>POST and PATCH could take effect twice once the server may have seen them.</summary>
    private static bool IsSafeToRepeat(ApiRequestBuilder call, ApiException failure) =>
        call.IsRetryable || failure is ApiConnectionException { IsConnectFailure: true };

    private static bool? ReadShouldRetry(HttpResponseHeaders headers) =>
        RequestIdHeader.ReadHeader(headers, "x-should-retry") switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
}
