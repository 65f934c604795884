namespace CfGen.Pipeline;

/// <summary>Asks the program's own decision on retries.</summary>
internal sealed class RetryDecider(Func<ApiRetryContext, TimeSpan?> decision)
{
    /// <summary>Gets the delay before the next attempt, or null if there is none.</summary>
    /// <param name="message">The failed attempt.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="isSafe">True if a second attempt is safe although the server may have seen the first.</param>
    /// <param name="defaultDelay">The delay that the client would wait for; null if it would not repeat the attempt.</param>
    public delegate TimeSpan? Decision(ApiMessage message, ApiException failure, bool isSafe, TimeSpan? defaultDelay);

    /// <inheritdoc cref="Decision"/>
    public TimeSpan? Decide(ApiMessage message, ApiException failure, bool isSafe, TimeSpan? defaultDelay)
    {
        ApiRequest request = message.Request;
        TimeSpan? delay = decision(
            new ApiRetryContext(request.Operation.Id, request.Operation.Path, message.Attempt, failure)
            {
                DefaultDelay = defaultDelay,
                IsSafeToRepeat = isSafe,
                State = request.Options?.State,
            }
        );
        return delay is null || (delay >= TimeSpan.Zero && delay <= TimeLimit.Longest)
            ? delay
            : throw new InvalidOperationException(
                $"{request.Describe()} was not repeated: RetryDecision returned a delay of {delay}. Return a delay from zero to 49 days, or null for no retry."
            );
    }
}
