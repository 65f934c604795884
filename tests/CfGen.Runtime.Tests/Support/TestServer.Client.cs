namespace CfGen.Runtime.Tests.Support;

// Clients that call this server.
public sealed partial class TestServer
{
    public TestClientOptions CreateOptions(Action<TestClientOptions>? more = null)
    {
        var options = new TestClientOptions
        {
            BaseUrl = new Uri(Url + "/client/v4"),
            ApiToken = Secrets.Token,
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        more?.Invoke(options);
        return options;
    }

    public TestClient CreateClient(Action<TestClientOptions>? more = null) => new(CreateOptions(more));
}
