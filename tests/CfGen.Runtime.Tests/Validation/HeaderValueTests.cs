using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Validation;

/// <summary>A header value with a control character, NUL above all, is a violation before anything is sent.</summary>
public sealed class HeaderValueTests : IDisposable
{
    private readonly StubHandler _stub = new(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));

    public void Dispose() => _stub.Dispose();

    private async Task<ApiViolation> ViolationAsync(Func<TestClient, ApiRequestBuilder> call, Action<TestClientOptions>? more = null)
    {
        var options = new TestClientOptions { ApiToken = Secrets.Token };
        more?.Invoke(options);
        using var client = new TestClient(_stub, options);
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => call(client).SendAsync(default));
        Assert.Empty(_stub.Requests);
        return Assert.Single(e.Violations);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\0")]
    [InlineData("a\0b")]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    [InlineData("a\u0001b")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u0100b")]
    public async Task A_header_parameter_is_checked(string value)
    {
        ApiViolation v = await ViolationAsync(c =>
            c.Call(TestOperations.Get).AddString(ParameterLocation.Header, "X-Name", value, "#/h", required: true)
        );

        Assert.Equal(("value", "X-Name", "header", "header value", "#/h"), (v.Parameter, v.Name, v.Location, v.Rule, v.Pointer));
        Assert.Contains("has a control character, which a header cannot carry", v.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_a_header_is_checked()
    {
        string[] value = ["a", "b\0"];

        ApiViolation v = await ViolationAsync(c =>
            c.Call(TestOperations.Get).AddList(ParameterLocation.Header, "X-Names", value, "#/h", required: true)
        );

        Assert.Equal(("X-Names", "header", "header value"), (v.Name, v.Location, v.Rule));
    }

    [Fact]
    public async Task A_cookie_is_checked()
    {
        ApiViolation v = await ViolationAsync(c =>
            c.Call(TestOperations.Get).AddString(ParameterLocation.Cookie, "c", "a\0b", "#/c", required: true)
        );

        Assert.Equal(("c", "cookie", "header value"), (v.Name, v.Location, v.Rule));
    }

    [Fact]
    public async Task Headers_in_the_options_of_a_call_are_checked()
    {
        ApiViolation v = await ViolationAsync(c => c.Call(TestOperations.Get, new RequestOptions { Headers = { ["X-Call"] = "a\0b" } }));
        ApiViolation key = await ViolationAsync(c => c.Call(TestOperations.Get, new RequestOptions { IdempotencyKey = "a\0b" }));

        Assert.Equal(("options.Headers[\"X-Call\"]", "X-Call", "header", "header"), (v.Parameter, v.Name, v.Location, v.Rule));
        Assert.Equal(
            ("options.IdempotencyKey", "Idempotency-Key", "header", "header value"),
            (key.Parameter, key.Name, key.Location, key.Rule)
        );
    }

    [Fact]
    public async Task Headers_in_the_options_of_a_client_are_checked()
    {
        ApiViolation v = await ViolationAsync(c => c.Call(TestOperations.Get), o => o.DefaultHeaders["X-All"] = "a\0b");

        Assert.Equal(("DefaultHeaders[\"X-All\"]", "X-All", "header", "header"), (v.Parameter, v.Name, v.Location, v.Rule));
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("~ é")]
    [InlineData("")]
    public async Task Valid_values_are_sent(string value)
    {
        using var client = new TestClient(_stub, new TestClientOptions { ApiToken = Secrets.Token });

        await client
            .Call(TestOperations.Get)
            .AddString(ParameterLocation.Header, "X-Name", value, "#/h", required: true)
            .SendAsync(default);

        Assert.Equal(value, Assert.Single(Assert.Single(_stub.Requests).Headers.GetValues("X-Name")));
    }

    private const string NotAscii = "has a character outside of ASCII, which the transport cannot send in a header";

    public static TheoryData<string> Transports => ["own", "sockets", "classic", "delegating", "client"];

    private static TestClient CreateClient(string transport, TestClientOptions options) =>
        transport switch
        {
            "own" => new TestClient(options),
            "sockets" => new TestClient(new SocketsHttpHandler(), options, disposeHandler: true),
            "classic" => new TestClient(new HttpClientHandler(), options, disposeHandler: true),
            "delegating" => new TestClient(new PassingHandler(), options, disposeHandler: true),
            _ => new TestClient(new HttpClient(), options),
        };

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_value_that_is_not_ascii_is_a_violation_where_the_transport_cannot_send_it(string transport)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = CreateClient(transport, server.CreateOptions(o => o.DefaultHeaders["X-All"] = "ä"));
        var options = new RequestOptions { Headers = { ["X-Call"] = "é" }, IdempotencyKey = "ü" };

        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client
                .Call(TestOperations.Get, options)
                .AddString(ParameterLocation.Header, "X-Name", "é", "#/h", required: true)
                .AddString(ParameterLocation.Cookie, "c", "é", "#/c", required: true)
                .SendAsync(default)
        );

        Assert.Empty(server.Requests);
        Assert.Equal(
            [
                $"X-Name {NotAscii} (header parameter X-Name; header value).",
                $"DefaultHeaders[\"X-All\"] {NotAscii} (header parameter X-All; header).",
                $"options.Headers[\"X-Call\"] {NotAscii} (header parameter X-Call; header).",
                $"options.IdempotencyKey {NotAscii} (header parameter Idempotency-Key; header value).",
            ],
            e.Violations.Select(v => v.Message)
        );
    }

    [Fact]
    public async Task A_transport_with_an_encoding_of_its_own_sends_latin_1()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 204 No Content\r\n\r\n");
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1 };
        using var client = new TestClient(
            handler,
            new TestClientOptions { BaseUrl = server.Url, ApiToken = Secrets.Token },
            disposeHandler: true
        );

        await client.Call(TestOperations.Get, new RequestOptions { Headers = { ["X-Call"] = "é" } }).SendAsync(default);

        Assert.Contains("X-Call: é\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_an_unknown_handler_refuses_is_not_retried()
    {
        int calls = 0;
        using var stub = new StubHandler(_ =>
        {
            calls++;
            throw new HttpRequestException("Request headers must contain only ASCII characters.");
        });
        using var client = new TestClient(
            stub,
            // The clock ends each wait at once, that of the timeout too.
            new TestClientOptions { TimeProvider = new InstantClock(), Timeout = Timeout.InfiniteTimeSpan }
        );

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get, new RequestOptions { Headers = { ["X-Call"] = "é" } }).SendAsync(default)
        );

        Assert.Equal(1, calls);
        Assert.EndsWith("a header has a character outside of ASCII, which the handler cannot send.", e.Message, StringComparison.Ordinal);
    }

    private sealed class PassingHandler : DelegatingHandler
    {
        public PassingHandler() => InnerHandler = new SocketsHttpHandler();
    }
}
