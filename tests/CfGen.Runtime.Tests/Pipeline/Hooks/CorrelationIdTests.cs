using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Hooks;

public class CorrelationIdTests
{
    private static readonly ApiOperationInfo s_get = TestOperations.Create(HttpMethod.Get);

    [Fact]
    public async Task No_id_is_sent_unless_a_client_or_a_call_wants_one()
    {
        ReceivedRequest request = await SendAsync();

        Assert.DoesNotContain(request.Headers.Keys, k => k.Contains("correlation", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task All_attempts_of_a_call_send_one_new_id()
    {
        var hook = new RecordingHook();
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(200, ""));
        using TestClient client = server.CreateClient(o => (o.CorrelationHeader, o.Hooks) = ("X-Trace", [hook]));

        await client.Call(s_get).SendAsync(default);
        await client.Call(s_get).SendAsync(default);

        string?[] ids = [.. server.Requests.Select(r => r["X-Trace"])];
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Equal(ids, hook.Attempts.Select(a => a.CorrelationId));
    }

    [Fact]
    public async Task The_id_of_a_call_goes_before_that_of_the_provider()
    {
        Assert.Equal("mine", (await SendAsync(UseProvider, new RequestOptions { CorrelationId = "mine" }))["X-Trace"]);
        Assert.Equal("provided", (await SendAsync(UseProvider))["X-Trace"]);
        Assert.Equal("header", (await SendAsync(UseProvider, new RequestOptions { Headers = { ["x-trace"] = "header" } }))["X-Trace"]);
        Assert.Equal("default", (await SendAsync(o => o.DefaultHeaders["X-Trace"] = "default", null, "X-Trace"))["X-Trace"]);
        Assert.Equal("mine", (await SendAsync(null, new RequestOptions { CorrelationId = "mine" }))["X-Correlation-ID"]);

        static void UseProvider(TestClientOptions o) => (o.CorrelationHeader, o.CorrelationIdProvider) = ("X-Trace", () => "provided");
    }

    [Fact]
    public async Task A_provider_without_an_id_gets_a_new_one() =>
        Assert.True(Guid.TryParse((await SendAsync(o => o.CorrelationIdProvider = () => null, null, "X-Trace"))["X-Trace"], out _));

    [Fact]
    public async Task A_provider_that_throws_is_an_ApiException()
    {
        var fault = new InvalidTimeZoneException();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            SendAsync(o => o.CorrelationIdProvider = () => throw fault, null, "X-Trace")
        );

        Assert.Same(fault, e.InnerException);
        Assert.Contains("CorrelationIdProvider", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("é")]
    public async Task An_id_that_a_header_cannot_carry_is_refused(string id)
    {
        await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(o => o.CorrelationIdProvider = () => id, null, "X-Trace"));
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            SendAsync(null, new RequestOptions { CorrelationId = id })
        );

        Assert.Contains("options.CorrelationId", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_cannot_be_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TestClientOptions { CorrelationHeader = "a b" });

    private static async Task<ReceivedRequest> SendAsync(
        Action<TestClientOptions>? more = null,
        RequestOptions? options = null,
        string? header = null
    )
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient(o =>
        {
            o.CorrelationHeader = header;
            more?.Invoke(o);
        });
        await client.Call(s_get, options).SendAsync(default);
        return server.SingleRequest;
    }
}
