using System.Net;
using CfGen.Pipeline.Responses;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>
/// A response whose headers come in time and whose body does not. Every wait has a bound: without a timeout the tests fail, and do not
/// hang.
/// </summary>
public class BodyTimeoutTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    // Long enough for a busy machine to connect and to send the headers.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_body_that_stalls_after_the_headers_is_a_timeout()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.StallBody);
        using TestClient client = server.CreateClient(o => (o.Timeout, o.MaxRetries, o.TimeProvider) = (s_timeout, 0, null));

        Task<Score> call = client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);
        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(s_bound));

        Assert.Equal((s_timeout, 1), (e.Timeout, e.Attempts));
        Assert.Single(server.Requests);
    }

    /// <summary>The time is over only when the call already reads the body: the headers cannot have been late.</summary>
    [Fact]
    public async Task The_timeout_of_an_attempt_still_runs_while_the_body_is_read()
    {
        using var body = new StallingStream();
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });
        var clock = new ManualClock();
        using var client = new TestClient(stub, Options(clock));

        Task<Score> call = client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);
        await body.Stalled.WaitAsync(s_bound);
        Assert.False(call.IsCompleted);
        clock.Expire();

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() => call.WaitAsync(s_bound));
        Assert.Equal(TimeSpan.FromSeconds(77), e.Timeout);
        Assert.Contains("77 s", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stalled_body_is_tried_again()
    {
        using var body = new StallingStream();
        int count = 0;
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = ++count == 1 ? new StreamContent(body) : new StringContent(SampleBodies.Success(SampleBodies.Score)),
        });
        var clock = new ManualClock();
        using var client = new TestClient(stub, Options(clock, retries: 1));

        Task<Score> call = client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);
        await body.Stalled.WaitAsync(s_bound);
        clock.Expire();

        Assert.Equal("email", (await call.WaitAsync(s_bound)).Email);
        Assert.Equal(2, stub.Requests.Count);
    }

    private static TestClientOptions Options(TimeProvider clock, int retries = 0) =>
        new()
        {
            ApiToken = Secrets.Token,
            TimeProvider = clock,
            Timeout = TimeSpan.FromSeconds(77),
            MaxRetries = retries,
        };

    /// <summary>A body of one byte and then nothing, until the read is canceled.</summary>
    private sealed class StallingStream : ReadOnlyStream
    {
        private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _begun;

        public Task Stalled => _stalled.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_begun)
            {
                _begun = true;
                buffer.Span[0] = (byte)'{';
                return 1;
            }

            _stalled.TrySetResult();
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    /// <summary>A clock whose first timer, the attempt's timeout, ends when the test says so; waits before retries end at once.</summary>
    private sealed class ManualClock : TimeProvider
    {
        private TimerCallback? _callback;
        private object? _state;

        public void Expire() => _callback!(_state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (_callback is null)
                (_callback, _state) = (callback, state);
            else if (dueTime < TimeSpan.FromSeconds(1))
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            return new NoTimer();
        }

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
