using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>Whatever a token provider, a handler or a breaker throws is the inner exception of an <see cref="ApiException"/>.</summary>
public class ExceptionFamilyTests
{
    private const ulong OAuth = 0b1000_0000;
    private const string Get = "GET /things (op)";

    private static readonly ApiOperationInfo s_protected = TestOperations.Create(HttpMethod.Get, security: [OAuth]);

    /// <summary>Looks like Polly's: nothing knows the type.</summary>
    private sealed class BrokenCircuitException(string message) : Exception(message);

    private sealed class ThrowingHandler(Func<Exception> create) : DelegatingHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            throw create();
        }
    }

    public static TheoryData<string> HandlerExceptions =>
        ["BrokenCircuitException", "InvalidOperationException", "TimeoutException", "InvalidDataException", "NotSupportedException"];

    private static Exception Create(string name) =>
        name switch
        {
            "BrokenCircuitException" => new BrokenCircuitException(Secrets.Body),
            "InvalidOperationException" => new InvalidOperationException("m"),
            "TimeoutException" => new TimeoutException("m"),
            "InvalidDataException" => new InvalidDataException("m"),
            _ => new NotSupportedException("m"),
        };

    [Theory]
    [MemberData(nameof(HandlerExceptions))]
    public async Task A_handler_may_throw_what_it_wants(string name)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        Exception thrown = Create(name);
        using var handler = new ThrowingHandler(() => thrown);
        using var client = new TestClient(handler, server.CreateOptions());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.Same(thrown, e.InnerException);
        Assert.Equal(("op", 1, 1), (e.OperationId, e.Attempts, handler.Calls));
        Assert.Equal(
            $"{Get} received no response from {server.Url}: it failed with {name}, which the inner exception describes.",
            e.Message
        );
    }

    [Fact]
    public async Task A_breaker_in_a_borrowed_client_comes_as_inner_exception()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using var handler = new ThrowingHandler(() => new BrokenCircuitException("open"));
        using var http = new HttpClient(handler);
        using var client = new TestClient(http, server.CreateOptions());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.IsType<BrokenCircuitException>(e.InnerException);
        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public async Task A_handler_that_cancels_by_itself_is_no_cancellation_of_the_call()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using var handler = new ThrowingHandler(() => new TaskCanceledException());
        using var client = new TestClient(handler, server.CreateOptions());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.IsType<TaskCanceledException>(e.InnerException);
        Assert.EndsWith("a handler canceled the request, or the HttpClient was disposed.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HandlerExceptions))]
    public async Task Cancellation_by_the_caller_wins_over_what_a_handler_throws(string name)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using var source = new CancellationTokenSource();
        using var handler = new ThrowingHandler(() =>
        {
            source.Cancel();
            return Create(name);
        });
        using var client = new TestClient(handler, server.CreateOptions());

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Call(TestOperations.Get).SendAsync(source.Token)
        );

        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task An_exception_of_another_client_in_a_handler_is_not_taken_for_the_calls_own()
    {
        await using TestServer tokens = await TestServer.StartAsync(503, "");
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient tokenClient = tokens.CreateClient(o => o.MaxRetries = 0);
        using var handler = new CallingHandler(() => tokenClient.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));
        using var client = new TestClient(handler, server.CreateOptions());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.IsType<ApiServerException>(e.InnerException);
        Assert.Single(tokens.Requests);
    }

    [Fact]
    public async Task A_disposed_client_says_so()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        TestClient client = server.CreateClient();
        client.Dispose();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.IsType<ObjectDisposedException>(e.InnerException);
        Assert.EndsWith("was disposed. Keep it until the call ends.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_provider_may_throw_what_it_wants(bool throwsAtOnce)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        var thrown = new BrokenCircuitException(Secrets.Token);
        using TestClient client = server.CreateClient(o =>
            o.AccessTokenProvider = _ => throwsAtOnce ? throw thrown : ValueTask.FromException<string>(thrown)
        );

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));

        Assert.Same(thrown, e.InnerException);
        Assert.Equal(
            $"{Get} was not sent: the token provider TestClientOptions.AccessTokenProvider failed. The inner exception has the reason.",
            e.Message
        );
        Assert.Equal(("op", 0), (e.OperationId, e.Attempts));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_token_provider_that_cancels_by_itself_is_no_cancellation_of_the_call()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o => o.AccessTokenProvider = _ => throw new TaskCanceledException());

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));

        Assert.IsType<TaskCanceledException>(e.InnerException);
    }

    [Fact]
    public async Task A_failed_token_provider_is_logged()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using var log = new ListLogger();
        using TestClient client = server.CreateClient(o =>
        {
            o.LoggerFactory = log;
            o.AccessTokenProvider = _ => throw new BrokenCircuitException(Secrets.Token);
        });

        await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));

        Assert.Contains("failed with a credential that cannot be sent", log.Text, StringComparison.Ordinal);
        Secrets.AssertAbsent(log.Text);
    }

    [Fact]
    public async Task A_body_of_the_caller_that_throws_anything_is_named()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client
                .Call(TestOperations.Create(HttpMethod.Put))
                .WithJsonLinesBody<string, StringCodec>(FailAsync(), true, "application/x-ndjson")
                .SendAsync(default)
        );

        Assert.IsType<BrokenCircuitException>(e.InnerException);
        Assert.Equal("PUT /things (op) was not sent completely: its body could not be read.", e.Message);
    }

    [Fact]
    public async Task A_body_that_is_no_gzip_comes_as_inner_exception()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.WriteAsync("plain");
            }
        );
        using TestClient client = server.CreateClient();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.IsType<InvalidDataException>(e.InnerException);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_url_that_is_too_long_is_not_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient();

        Task call = client
            .Call(TestOperations.Get)
            .AddString(ParameterLocation.Query, "q", new string('q', 70_000), "#/q", required: true)
            .SendAsync(default);

        ApiException e = await Assert.ThrowsAnyAsync<ApiException>(() => call);
        Assert.Equal("op", e.OperationId);
    }

    private static async IAsyncEnumerable<string> FailAsync()
    {
        await Task.Yield();
        yield return "first";
        throw new BrokenCircuitException("source");
    }

    private sealed class CallingHandler(Func<Task> call) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await call();
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
