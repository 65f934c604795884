using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Options of a client of one case, which calls a loopback server once.</summary>
internal static class CaseServer
{
    public static T CreateOptions<T>(this TestServer server)
        where T : ApiClientOptions, new() =>
        new()
        {
            BaseUrl = new Uri(server.Url),
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxRetries = 0,
        };
}
