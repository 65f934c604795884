namespace CfGen;

/// <summary>No answer arrived, or not all of it: the connection could not be made or broke, or a redirect or base URL could not be followed.</summary>
public sealed class ApiConnectionException : ApiException
{
    internal ApiConnectionException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Whether another attempt may succeed.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the request cannot have reached the server.</summary>
    internal bool IsConnectFailure { get; init; }
}
