namespace CfGen;

/// <summary>A failed attempt that may be repeated, as <see cref="ApiClientOptions.RetryDecision"/> sees it.</summary>
public sealed class ApiRetryContext
{
    /// <summary>Creates a context, for tests of a decision.</summary>
    /// <param name="operationId">The <c>operationId</c> of the document.</param>
    /// <param name="pathTemplate">The path of the document, with its parameters in braces.</param>
    /// <param name="attempt">The number of the failed attempt, from 1.</param>
    /// <param name="failure">The failure.</param>
    public ApiRetryContext(string operationId, string pathTemplate, int attempt, ApiException failure)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        ArgumentNullException.ThrowIfNull(pathTemplate);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        ArgumentNullException.ThrowIfNull(failure);
        OperationId = operationId;
        PathTemplate = pathTemplate;
        Attempt = attempt;
        Failure = failure;
    }

    /// <summary>The <c>operationId</c> of the document.</summary>
    public string OperationId { get; }

    /// <summary>The path of the document, with its parameters in braces.</summary>
    public string PathTemplate { get; }

    /// <summary>The number of the failed attempt, from 1. It is at most <c>MaxRetries</c>.</summary>
    public int Attempt { get; }

    /// <summary>The failure, such as an <see cref="ApiStatusException"/> with its status, errors and headers.</summary>
    public ApiException Failure { get; }

    /// <summary>The delay that the client would take; null if it would not retry.</summary>
    public TimeSpan? DefaultDelay { get; init; }

    /// <summary>
    /// True if a second attempt has no further effect: by the method, by an idempotency key, or because no server can have seen the first.
    /// False for a POST without a key, which may take effect twice.
    /// </summary>
    public bool IsSafeToRepeat { get; init; }

    /// <summary>The <see cref="RequestOptions.State"/> of the call.</summary>
    public object? State { get; init; }
}
