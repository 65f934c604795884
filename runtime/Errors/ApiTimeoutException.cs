namespace CfGen;

/// <summary>
/// The response took longer than the timeout of an attempt. Cancellation by the caller is an <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(string message, TimeSpan timeout, Exception? inner = null)
        : base(message, inner) => Timeout = timeout;

    /// <summary>The timeout of the attempt.</summary>
    public TimeSpan Timeout { get; }
}
