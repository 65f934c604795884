using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>Providers of tokens with an expiry: kept, shared by concurrent calls, and asked again after a 401.</summary>
public class TokenProviderTests
{
    private const ulong OAuth = 0b1000_0000;

    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private static Task CallAsync(TestClient client, string? scopes = null, CancellationToken cancellationToken = default) =>
        client
            .Call(new ApiOperationInfo("op", HttpMethod.Get, "/things") { Security = [OAuth], Scopes = scopes is null ? null : [scopes] })
            .SendAsync(cancellationToken);

    private static IEnumerable<string?> Tokens(TestServer server) => server.Requests.Select(r => r["Authorization"]?["Bearer ".Length..]);

    [Theory]
    [InlineData(3600, 3539, 1)] // a minute before the end
    [InlineData(3600, 3540, 2)]
    [InlineData(60, 53, 1)] // a tenth of a short life
    [InlineData(60, 54, 2)]
    [InlineData(null, 1_000_000, 1)]
    [InlineData(0, 0, 2)]
    [InlineData(-5, 0, 2)]
    public async Task A_token_is_kept_until_shortly_before_it_expires(int? life, int later, int expected)
    {
        int asked = 0;
        var clock = new ManualTime();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
        {
            o.TimeProvider = clock;
            o.UseAccessTokenProvider(
                (_, _) => new(new ApiAccessToken("t" + ++asked, life is { } s ? clock.GetUtcNow().AddSeconds(s) : null))
            );
        });

        await CallAsync(client);
        clock.Advance(TimeSpan.FromSeconds(later));
        await CallAsync(client);

        Assert.Equal(["t1", "t" + expected], Tokens(server));
    }

    [Fact]
    public async Task Concurrent_calls_wait_for_one_token()
    {
        int asked = 0;
        var token = new TaskCompletionSource<ApiAccessToken>();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                (_, _) =>
                {
                    Interlocked.Increment(ref asked);
                    return new(token.Task);
                }
            )
        );

        Task[] calls = [.. Enumerable.Range(0, 20).Select(_ => CallAsync(client))];
        token.SetResult(new ApiAccessToken("shared"));
        await Task.WhenAll(calls);

        Assert.Equal(1, asked);
        Assert.Equal(Enumerable.Repeat("shared", 20), Tokens(server));
    }

    [Fact]
    public async Task A_canceled_call_does_not_cancel_the_token_of_the_others()
    {
        var token = new TaskCompletionSource<ApiAccessToken>();
        var given = new TaskCompletionSource<CancellationToken>();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                (_, cancellationToken) =>
                {
                    given.SetResult(cancellationToken); // a second question would throw
                    return new(token.Task);
                }
            )
        );
        using var cancellation = new CancellationTokenSource();

        Task canceled = CallAsync(client, cancellationToken: cancellation.Token);
        Task other = CallAsync(client);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        bool isCanceled = (await given.Task).IsCancellationRequested;
        token.SetResult(new ApiAccessToken("shared"));
        await other;

        Assert.False(isCanceled);
        Assert.Equal(["shared"], Tokens(server));
    }

    [Fact]
    public async Task A_question_that_nobody_waits_for_is_canceled()
    {
        int asked = 0;
        var canceled = new TaskCompletionSource();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                async (_, cancellationToken) =>
                {
                    if (++asked == 1)
                    {
                        await using CancellationTokenRegistration registration = cancellationToken.Register(canceled.SetResult);
                        await Task.Delay(Timeout.Infinite, cancellationToken);
                    }

                    return new ApiAccessToken("second");
                }
            )
        );
        using var cancellation = new CancellationTokenSource();

        Task call = CallAsync(client, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await canceled.Task.WaitAsync(s_bound);
        await CallAsync(client);

        Assert.Equal(["second"], Tokens(server));
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_once_more()
    {
        var contexts = new List<ApiTokenContext>();
        await using TestServer server = await TestServer.StartAsync(c =>
            TestServer.RespondAsync(c, c.Request.Headers.Authorization == "Bearer t1" ? 401 : 204, "")
        );
        using TestClient client = server.CreateClient(o =>
        {
            o.MaxRetries = 0;
            o.UseAccessTokenProvider(
                (context, _) =>
                {
                    contexts.Add(context);
                    return new(new ApiAccessToken("t" + contexts.Count));
                }
            );
        });

        await CallAsync(client, scopes: "read write");
        await CallAsync(client, scopes: "read write");

        Assert.Equal(["t1", "t2", "t2"], Tokens(server));
        Assert.Equal([false, true], contexts.Select(c => c.IsTokenRefused));
        Assert.All(contexts, c => Assert.Equal(("op", "read,write"), (c.OperationId, string.Join(',', c.Scopes))));
    }

    [Fact]
    public async Task A_token_that_is_always_refused_is_asked_for_twice()
    {
        int asked = 0;
        await using TestServer server = await TestServer.StartAsync(401, "");
        using TestClient client = server.CreateClient(o => o.UseAccessTokenProvider((_, _) => new(new ApiAccessToken("t" + ++asked))));

        await Assert.ThrowsAsync<ApiUnauthorizedException>(() => CallAsync(client));

        Assert.Equal(["t1", "t2"], Tokens(server));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Concurrent_calls_with_a_refused_token_ask_once()
    {
        const int Count = 10;
        int asked = 0;
        int refused = 0;
        var all = new TaskCompletionSource();
        await using TestServer server = await TestServer.StartAsync(async c =>
        {
            bool isOld = c.Request.Headers.Authorization == "Bearer t1";
            if (isOld && Interlocked.Increment(ref refused) == Count)
                all.SetResult();
            if (isOld)
                await all.Task; // all of them were sent with it
            await TestServer.RespondAsync(c, isOld ? 401 : 204, "");
        });
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider((_, _) => new(new ApiAccessToken("t" + Interlocked.Increment(ref asked))))
        );

        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => CallAsync(client)));

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_call_that_begins_after_a_refusal_waits_for_the_new_token()
    {
        int asked = 0;
        var askedAgain = new TaskCompletionSource();
        var second = new TaskCompletionSource<ApiAccessToken>();
        await using TestServer server = await TestServer.StartAsync(c =>
            TestServer.RespondAsync(c, c.Request.Headers.Authorization == "Bearer t1" ? 401 : 204, "")
        );
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                (_, _) =>
                {
                    if (++asked == 1)
                        return new(new ApiAccessToken("t1"));
                    askedAgain.SetResult(); // a third question would throw
                    return new(second.Task);
                }
            )
        );

        Task first = CallAsync(client);
        await askedAgain.Task.WaitAsync(s_bound);
        Task other = CallAsync(client);
        second.SetResult(new ApiAccessToken("t2"));
        await Task.WhenAll(first, other);

        Assert.Equal(["t1", "t2", "t2"], Tokens(server));
    }

    [Fact]
    public async Task Tokens_are_kept_apart_by_their_scopes()
    {
        var asked = new List<string>();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                (context, _) =>
                {
                    asked.Add(string.Join('+', context.Scopes));
                    return new(new ApiAccessToken("t-" + asked[^1]));
                }
            )
        );

        foreach (string? scopes in new[] { "read", "write", "read", null, "" })
            await CallAsync(client, scopes: scopes);

        Assert.Equal(["t-read", "t-write", "t-read", "t-", "t-"], Tokens(server));
        Assert.Equal(["read", "write", ""], asked);
    }

    [Fact]
    public async Task The_scopes_are_those_of_the_alternative_that_is_sent()
    {
        string? seen = null;
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        using var client = new TestClient(
            stub,
            new TestClientOptions().UseAccessTokenProvider(
                (context, _) =>
                {
                    seen = string.Join('+', context.Scopes);
                    return new(new ApiAccessToken("t"));
                }
            )
        );

        await client
            .Call(new ApiOperationInfo("op", HttpMethod.Get, "/things") { Security = [0b1, OAuth, 0], Scopes = ["admin", "read", ""] })
            .SendAsync(default);

        Assert.Equal("read", seen);
    }

    [Fact]
    public void The_provider_that_is_set_last_counts()
    {
        var options = new TestClientOptions { AccessTokenProvider = _ => new("simple") };

        options.UseAccessTokenProvider((_, _) => new(new ApiAccessToken("t")));

        Assert.Null(options.AccessTokenProvider);
    }

    [Fact]
    public void A_token_is_in_no_text()
    {
        var token = new ApiAccessToken(Secrets.Token, InstantClock.Now);

        Assert.Equal("ApiAccessToken { ExpiresOn = 2026-02-03T04:05:06.0000000+00:00 }", token.ToString());
        Secrets.AssertAbsent(System.Text.Json.JsonSerializer.Serialize(token));
    }
}
