namespace CfGen.Runtime.Tests.Support;

// Clients that call this server.
public sealed partial class Server
{
    public TestClientOptions Options(Action<TestClientOptions>? more = null)
    {
        var options = new TestClientOptions { BaseUrl = new Uri(Url + "/client/v4"), ApiToken = Secrets.Token, TimeProvider = new Clock(), Timeout = Timeout.InfiniteTimeSpan };
        more?.Invoke(options);
        return options;
    }

    public TestClient Client(Action<TestClientOptions>? more = null) => new(Options(more));
}
