using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>The timeout of a whole call, over its attempts, its delays and its token provider.</summary>
public class TotalTimeoutTests
{
    private const ulong OAuth = 0b1000_0000;
    private const string Get = "GET /things (op)";

    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static readonly ApiOperationInfo s_protected = TestOperations.Create(HttpMethod.Get, security: [OAuth]);

    private static Action<TestClientOptions> With(TimeProvider clock, int retries = 100) =>
        o => (o.TimeProvider, o.TotalTimeout, o.MaxRetries) = (clock, TimeSpan.FromSeconds(10), retries);

    [Fact]
    public async Task It_counts_over_all_attempts()
    {
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                clock.Advance(TimeSpan.FromSeconds(4));
                await TestServer.RespondAsync(context, 503, "", headers: ("Retry-After", "0"));
            }
        );
        using TestClient client = server.CreateClient(With(clock));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client.Call(TestOperations.Get).SendAsync(default).WaitAsync(s_bound)
        );

        Assert.Equal((3, TimeSpan.FromSeconds(10)), (e.Attempts, e.Timeout));
        Assert.Equal($"{Get} received no complete response within its TotalTimeout of 10 s in 3 attempts.", e.Message);
        Assert.IsNotType<ApiTimeoutException>(e.InnerException); // the end of a call is no failed attempt
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task It_counts_over_delays()
    {
        var clock = new ManualTime();
        clock.TimerStarted = time => clock.Advance(time == TimeSpan.FromSeconds(30) ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
        await using TestServer server = await TestServer.StartAsync(503, "", headers: ("Retry-After", "30"));
        using TestClient client = server.CreateClient(With(clock));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client.Call(TestOperations.Get).SendAsync(default).WaitAsync(s_bound)
        );

        Assert.Equal(1, e.Attempts);
        Assert.Equal($"{Get} received no complete response within its TotalTimeout of 10 s.", e.Message);
        Assert.IsType<ApiServerException>(e.InnerException);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task It_counts_over_a_token_provider_that_ignores_its_token()
    {
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
        {
            With(clock)(o);
            o.AccessTokenProvider = _ =>
            {
                clock.Advance(TimeSpan.FromSeconds(11));
                return new ValueTask<string>(new TaskCompletionSource<string>().Task);
            };
        });

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client.Call(s_protected).SendAsync(default).WaitAsync(s_bound)
        );

        Assert.Equal(0, e.Attempts);
        Assert.Equal($"{Get} received no complete response within its TotalTimeout of 10 s.", e.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_call_can_have_its_own()
    {
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                clock.Advance(TimeSpan.FromSeconds(3));
                await TestServer.NeverRespond(context);
            }
        );
        using TestClient client = server.CreateClient(With(clock));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            client
                .Call(TestOperations.Get, new RequestOptions { TotalTimeout = TimeSpan.FromSeconds(2.5) })
                .SendAsync(default)
                .WaitAsync(s_bound)
        );

        Assert.Equal((1, TimeSpan.FromSeconds(2.5)), (e.Attempts, e.Timeout));
        Assert.Contains("TotalTimeout of 2.5 s", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_a_stream_is_open()
    {
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(200, "text", "text/plain");
        using TestClient client = server.CreateClient(With(clock));

        await using Stream stream = await client.Call(TestOperations.Get).SendForStreamAsync(default);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("text", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_response_in_time_is_returned()
    {
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                clock.Advance(TimeSpan.FromSeconds(9));
                await TestServer.RespondAsync(context, 200, SampleBodies.Success(SampleBodies.Score));
            }
        );
        using TestClient client = server.CreateClient(With(clock));

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task Cancellation_does_not_wait_for_a_provider_that_ignores_its_token()
    {
        using var source = new CancellationTokenSource();
        await using TestServer server = await TestServer.StartAsync(204, "");
        var never = new TaskCompletionSource<string>();
        using TestClient client = server.CreateClient(o =>
            o.AccessTokenProvider = _ =>
            {
                source.CancelAfter(1);
                return new ValueTask<string>(never.Task);
            }
        );

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Call(s_protected).SendAsync(source.Token).WaitAsync(s_bound)
        );

        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_provider_that_fails_after_the_call_is_observed()
    {
        int unobserved = 0;
        string marker = Guid.NewGuid().ToString();
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, e) =>
            unobserved += e.Exception.ToString().Contains(marker, StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            await CallAndFailLaterAsync(marker);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);
    }

    private static async Task CallAndFailLaterAsync(string message)
    {
        using var source = new CancellationTokenSource();
        using var stub = new StubHandler(_ => new HttpResponseMessage());
        var late = new TaskCompletionSource<string>();
        using var client = new TestClient(
            stub,
            new TestClientOptions
            {
                AccessTokenProvider = _ =>
                {
                    source.Cancel();
                    return new ValueTask<string>(late.Task);
                },
            }
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Call(s_protected).SendAsync(source.Token));
        late.SetException(new InvalidOperationException(message));
    }

    public static TheoryData<TimeSpan> InvalidTimeouts =>
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(-2), TimeSpan.FromDays(50), TimeSpan.MaxValue, TimeSpan.MinValue];

    [Theory]
    [MemberData(nameof(InvalidTimeouts))]
    public void A_timeout_out_of_range_is_refused_where_it_is_set(TimeSpan value)
    {
        var options = new TestClientOptions();
        var call = new RequestOptions();

        foreach (
            (string name, Action set) in (IEnumerable<(string, Action)>)
                [
                    ("Timeout", () => options.Timeout = value),
                    ("TotalTimeout", () => options.TotalTimeout = value),
                    ("Timeout", () => call.Timeout = value),
                    ("TotalTimeout", () => call.TotalTimeout = value),
                    ("IdleTimeout", () => options.IdleTimeout = value),
                    ("IdleTimeout", () => call.IdleTimeout = value),
                ]
        )
        {
            ArgumentOutOfRangeException e = Assert.Throws<ArgumentOutOfRangeException>(set);
            Assert.Equal(name, e.ParamName);
            Assert.StartsWith(
                $"{name} must be longer than zero and at most 49 days, or Timeout.InfiniteTimeSpan for none.",
                e.Message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(TimeSpan.FromSeconds(60), options.Timeout);
        Assert.Null(call.Timeout);
    }

    [Fact]
    public void A_delay_or_a_number_of_retries_out_of_range_is_refused_where_it_is_set()
    {
        var options = new TestClientOptions();
        foreach (TimeSpan value in (TimeSpan[])[TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(50)])
        {
            ArgumentOutOfRangeException e = Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRetryAfter = value);
            Assert.StartsWith("MaxRetryAfter must be between zero and 49 days.", e.Message, StringComparison.Ordinal);
        }

        options.MaxRetryAfter = TimeSpan.Zero;
        Assert.Equal("MaxRetries", Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRetries = -1).ParamName);
        Assert.Equal("MaxRetries", Assert.Throws<ArgumentOutOfRangeException>(() => new RequestOptions { MaxRetries = -1 }).ParamName);
    }

    [Fact]
    public async Task The_longest_times_can_be_used()
    {
        TimeSpan longest = TimeSpan.FromDays(49);
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o => (o.Timeout, o.TotalTimeout, o.TimeProvider) = (longest, longest, null));

        await client.Call(TestOperations.Get).SendAsync(default);

        Assert.Single(server.Requests);
    }
}
