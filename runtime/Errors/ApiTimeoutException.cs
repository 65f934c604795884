namespace CfGen;

/// <summary>
/// The response took longer than the timeout of an attempt or of the whole call. Cancellation by the caller is an
/// <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(string message, TimeSpan timeout, Exception? inner = null)
        : base(message, inner)
    {
        Timeout = timeout;
        HelpLink = HelpPages.Timeouts;
    }

    /// <summary>The timeout of the attempt, or that of the whole call.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>True if the whole call took too long, so that no attempt can follow.</summary>
    internal bool IsTotal { get; init; }
}
