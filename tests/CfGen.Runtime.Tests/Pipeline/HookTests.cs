using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

public class HookTests
{
    private static readonly ApiOperationInfo s_get = TestOperations.Create(HttpMethod.Get);

    [Fact]
    public async Task Hooks_run_before_and_after_each_attempt()
    {
        var hook = new RecordingHook();
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, "busy"),
            TestServer.Disconnect,
            TestServer.Respond(200, "7")
        );
        using TestClient client = server.CreateClient(o => o.Hooks.Add(hook));

        Assert.Equal(7, await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default));

        Assert.Equal(
            [
                "before 1 GET op /things",
                "after 1 503 ApiServerException",
                "before 2 GET op /things",
                "after 2 none ApiConnectionException",
                "before 3 GET op /things",
                "after 3 200 ok",
            ],
            hook.Seen
        );
    }

    [Fact]
    public async Task A_hook_sees_the_state_of_the_caller_and_the_body()
    {
        List<(object?, string)> seen = [];
        var hook = new RecordingHook
        {
            After = (a, _) =>
            {
                seen.Add((a.State, Encoding.UTF8.GetString(a.ResponseBody.Span)));
                return default;
            },
        };
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(500, "\"no\""), TestServer.Respond(200, "7"));
        using TestClient client = server.CreateClient(o => o.Hooks = [hook]);

        await client.Call(s_get, new RequestOptions { State = "mine" }).SendForResultAsync<int, Int32Codec>(default);

        Assert.Equal([("mine", "\"no\""), ("mine", "7")], seen);
        Assert.Equal(2, hook.Attempts.Count);
        Assert.True(hook.Attempts[1].ResponseBody.IsEmpty); // its buffer belongs to others by now
    }

    [Fact]
    public async Task Hooks_run_in_order_before_and_in_the_opposite_order_after()
    {
        List<string> seen = [];
        await using TestServer server = await TestServer.StartAsync(200, "7");
        using TestClient client = server.CreateClient(o =>
        {
            o.Hooks.Add(new RecordingHook("a ") { Seen = seen });
            o.Hooks.Add(new RecordingHook("b ") { Seen = seen });
        });

        await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default);

        Assert.Equal(["a before", "b before", "b after", "a after"], seen.Select(s => s[..s.IndexOf(' ', 2)]));
    }

    [Fact]
    public async Task What_a_hook_changes_is_sent_also_after_a_redirect()
    {
        var hook = new RecordingHook
        {
            Before = static (a, _) =>
            {
                a.Request.Headers.Add("X-Signed", $"{a.Number}.{a.RedirectCount}");
                return default;
            },
        };
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(307, "", ("Location", "/elsewhere")),
            TestServer.Respond(200, "7")
        );
        using TestClient client = server.CreateClient(o => o.Hooks.Add(hook));

        await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default);

        Assert.Equal(["1.0", "1.1"], server.Requests.Select(r => r["X-Signed"]));
        Assert.Single(hook.Seen, s => s.StartsWith("after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_hook_adds_is_not_sent_to_another_origin()
    {
        var hook = new RecordingHook
        {
            Before = static (a, _) =>
            {
                a.Request.Headers.Add("X-Signed", "SECRET");
                return default;
            },
        };
        await using TestServer other = await TestServer.StartAsync(200, "7");
        await using TestServer server = await TestServer.StartAsync(307, "", headers: ("Location", other.Url + "/there"));
        using TestClient client = server.CreateClient(o => o.Hooks.Add(hook));

        await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default);

        Assert.Equal("SECRET", server.SingleRequest["X-Signed"]);
        Assert.Null(other.SingleRequest["X-Signed"]);
        Assert.Equal(other.Url + "/there", hook.Attempts[0].Request.RequestUri!.OriginalString);
    }

    [Fact]
    public async Task A_hook_may_change_the_URL()
    {
        var hook = new RecordingHook
        {
            Before = static (a, _) =>
            {
                a.Request.RequestUri = new Uri(a.Request.RequestUri + "?signature=1");
                return default;
            },
        };
        await using TestServer server = await TestServer.StartAsync(200, "7");
        using TestClient client = server.CreateClient(o => o.Hooks.Add(hook));

        await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default);

        Assert.Equal("/client/v4/things?signature=1", server.SingleRequest.Target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_of_a_hook_ends_the_call_as_it_is(bool isBefore)
    {
        var fault = new InvalidTimeZoneException("mine");
        var hook = isBefore
            ? new RecordingHook { Before = (_, _) => throw fault }
            : new RecordingHook { After = (_, _) => ValueTask.FromException(fault) };
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o => (o.Hooks, o.LoggerFactory) = ([hook], log));

        Assert.Same(
            fault,
            await Assert.ThrowsAsync<InvalidTimeZoneException>(() => client.Call(s_get).SendForResultAsync<int, Int32Codec>(default))
        );

        Assert.Equal(isBefore ? 0 : 1, server.Requests.Count);
        Assert.Equal(isBefore ? 1 : 2, hook.Seen.Count);
        Assert.Contains("failed with InvalidTimeZoneException", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_throws_closes_the_stream_of_its_call()
    {
        var hook = new RecordingHook { After = static (_, _) => throw new InvalidTimeZoneException() };
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(closed.SetResult);
            await TestServer.StallBody(context);
        });
        using TestClient client = server.CreateClient(o => (o.Hooks, o.TimeProvider) = ([hook], null));

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => client.Call(s_get).SendForStreamAsync(default));

        await closed.Task; // the server sees that nobody reads
    }

    [Fact]
    public async Task A_hook_that_hangs_times_out_with_its_attempt()
    {
        var hook = new RecordingHook { Before = static (_, token) => new ValueTask(Task.Delay(Timeout.Infinite, token)) };
        await using TestServer server = await TestServer.StartAsync(200, "7");
        using TestClient client = server.CreateClient(o =>
            (o.Hooks, o.MaxRetries, o.Timeout) = ([hook], 1, TimeSpan.FromSeconds(30)) // the clock of tests ends it at once
        );

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client.Call(s_get).SendForResultAsync<int, Int32Codec>(default)
        );

        Assert.Equal(2, e.Attempts);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_caller_cancels_a_hook()
    {
        using var cancellation = new CancellationTokenSource();
        var hook = new RecordingHook
        {
            Before = async (_, token) =>
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
        };
        await using TestServer server = await TestServer.StartAsync(200, "7");
        using TestClient client = server.CreateClient(o => o.Hooks.Add(hook));

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            client.Call(s_get).SendForResultAsync<int, Int32Codec>(cancellation.Token)
        );

        Assert.Equal(cancellation.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Options_that_change_later_do_not_affect_a_client()
    {
        var hook = new RecordingHook();
        await using TestServer server = await TestServer.StartAsync(200, "7");
        TestClientOptions options = server.CreateOptions();
        using TestClient client = new(options);
        options.Hooks.Add(hook);

        await client.Call(s_get).SendForResultAsync<int, Int32Codec>(default);

        Assert.Empty(hook.Seen);
    }

    [Fact]
    public async Task A_test_can_run_a_hook()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/things");
        using var response = new HttpResponseMessage();
        var hook = new RecordingHook();
        var attempt = new ApiAttempt("op", "/things", 2, request)
        {
            Response = response,
            RedirectCount = 1,
            ResponseBody = new byte[3],
            State = 5,
            CorrelationId = "c",
        };

        await hook.BeforeAttemptAsync(attempt, default);
        await hook.AfterAttemptAsync(attempt, default);

        Assert.Equal(["before 2 GET op /things", "after 2 200 ok"], hook.Seen);
        Assert.Equal((1, 3, 5, "c"), (attempt.RedirectCount, attempt.ResponseBody.Length, attempt.State, attempt.CorrelationId));
    }
}
