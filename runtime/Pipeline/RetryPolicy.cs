using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>Decides whether a failed attempt is repeated, and after which delay.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromSeconds(8);

    /// <summary>Gets the delay before the next attempt, or null if there is none.</summary>
    public static TimeSpan? GetDelay(ApiMessage message, ApiException failure)
    {
        ApiRequest request = message.Request;
        if (message.Attempt > request.MaxRetries || !request.IsBodyReplayable)
            return null;
        bool isSafe = IsSafeToRepeat(request, failure);
        TimeSpan? delay = isSafe && IsTransient(failure) ? GetDefaultDelay(message, failure) : null;
        return request.Settings.DecideRetry is { } decide ? decide(message, failure, isSafe, delay) : delay;
    }

    private static TimeSpan GetDefaultDelay(ApiMessage message, ApiException failure)
    {
        if (failure is not ApiStatusException { RetryAfter: { } delay })
            return GetBackoffDelay(message.Attempt);
        TimeSpan maximum = message.Request.Settings.MaxRetryAfter;
        return delay < maximum ? delay : maximum;
    }

    /// <summary>Computes min(0.5 s * 2^n, 8 s) minus up to a quarter, so that clients that failed together do not retry together.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter is no secret.")]
    private static TimeSpan GetBackoffDelay(int attempts)
    {
        TimeSpan full = attempts > 5 ? s_maxDelay : s_firstDelay * (1 << (attempts - 1));
        return (full < s_maxDelay ? full : s_maxDelay) * (1 - (Random.Shared.NextDouble() / 4));
    }

    private static bool IsTransient(ApiException failure) =>
        failure switch
        {
            ApiTimeoutException timeout => !timeout.IsTotal,
            ApiConnectionException connection => connection.IsTransient,
            ApiStatusException status => ReadShouldRetry(status.Headers) ?? (int)status.StatusCode is 408 or 409 or 429 or >= 500,
            _ => false,
        };

    /// <summary>
    /// Decides whether a second attempt is safe: POST and PATCH may take effect twice once the server may have seen them.
    /// </summary>
    private static bool IsSafeToRepeat(ApiRequest request, ApiException failure) =>
        request.IsRetryable || failure is ApiConnectionException { IsConnectFailure: true };

    private static bool? ReadShouldRetry(HttpResponseHeaders headers) =>
        RequestIdHeader.ReadHeader(headers, "x-should-retry") switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
}
