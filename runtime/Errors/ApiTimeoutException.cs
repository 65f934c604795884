namespace CfGen;

/// <summary>
/// The answer took longer than the timeout of an attempt. Not an <see cref="OperationCanceledException"/>: that one means the caller's token.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    internal ApiTimeoutException(string message, TimeSpan timeout, Exception? inner = null)
        : base(message, inner) => Timeout = timeout;

    /// <summary>The time that one attempt had.</summary>
    public TimeSpan Timeout { get; }
}
