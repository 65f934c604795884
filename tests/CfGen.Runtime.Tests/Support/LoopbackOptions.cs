namespace CfGen.Runtime.Tests.Support;

/// <summary>Options of generated clients that call a loopback server.</summary>
internal static class LoopbackOptions
{
    /// <summary>Creates options of a client without retries and without a limit of time.</summary>
    /// <param name="server">The server.</param>
    /// <param name="more">Sets other options.</param>
    public static T CreateOptions<T>(this TestServer server, Action<T>? more = null)
        where T : ApiClientOptions, new()
    {
        T options = new()
        {
            BaseUrl = new Uri(server.Url),
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxRetries = 0,
        };
        more?.Invoke(options);
        return options;
    }
}
