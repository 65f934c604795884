namespace CfGen;

/// <summary>No complete response arrived: the connection or a handler failed, or a redirect or the base URL was invalid.</summary>
public sealed class ApiConnectionException : ApiException
{
    internal ApiConnectionException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>True if another attempt may succeed.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>True if the request cannot have reached the server.</summary>
    internal bool IsConnectFailure { get; init; }
}
