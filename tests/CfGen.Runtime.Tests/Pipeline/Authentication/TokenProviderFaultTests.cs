using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>Token providers that throw, hang or return no token.</summary>
public class TokenProviderFaultTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private static readonly ApiOperationInfo s_protected = TestOperations.Create(HttpMethod.Get, security: [0b1000_0000]);

    private static Task CallAsync(TestClient client) => client.Call(s_protected).SendAsync(default);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a\nb")]
    [InlineData("none")]
    public async Task A_token_that_cannot_be_sent_names_the_option_and_is_not_kept(string? token)
    {
        int asked = 0;
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider(
                (_, _) =>
                    new(
                        ++asked > 1 ? new ApiAccessToken("good")
                        : token == "none" ? null!
                        : new ApiAccessToken(token!)
                    )
            )
        );

        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client));
        await CallAsync(client);

        Assert.Contains("the token provider TestClientOptions.AccessTokenProvider returned no token", e.Message, StringComparison.Ordinal);
        Assert.Equal(("op", 0), (e.OperationId, e.Attempts));
        Assert.Equal("Bearer good", server.SingleRequest["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_provider_throws_is_the_inner_exception_of_all_that_wait(bool throwsAtOnce)
    {
        var thrown = new InvalidTimeZoneException(Secrets.Token);
        var gate = new TaskCompletionSource<ApiAccessToken>();
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
            o.UseAccessTokenProvider((_, _) => throwsAtOnce ? throw thrown : new ValueTask<ApiAccessToken>(gate.Task))
        );

        Task[] calls = [CallAsync(client), CallAsync(client)];
        gate.SetException(thrown);

        foreach (Task call in calls)
        {
            var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => call);
            Assert.Same(thrown, e.InnerException);
            Assert.Contains("TestClientOptions.AccessTokenProvider failed", e.Message, StringComparison.Ordinal);
            Secrets.AssertAbsent(e.Message);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_that_hangs_ends_with_the_timeout_of_an_attempt(bool isCached)
    {
        var clock = new ManualTime();
        var asked = new TaskCompletionSource();
        clock.TimerStarted = _ => clock.Advance(TimeSpan.FromSeconds(7));
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        var options = new TestClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(7) };
        int count = 0;
        if (isCached)
            options.UseAccessTokenProvider(
                (_, _) => ++count > 1 ? new(new ApiAccessToken("second")) : new(new TaskCompletionSource<ApiAccessToken>().Task)
            );
        else
            options.AccessTokenProvider = _ => ++count > 1 ? new("second") : new(new TaskCompletionSource<string>().Task);
        using var client = new TestClient(stub, options);

        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client).WaitAsync(s_bound));
        clock.TimerStarted = null;
        await CallAsync(client).WaitAsync(s_bound);

        Assert.Equal(
            "GET /things (op) was not sent: the token provider TestClientOptions.AccessTokenProvider returned no token within the Timeout of 7 s.",
            e.Message
        );
        Assert.Equal("Bearer second", Assert.Single(stub.Requests).Headers.Authorization?.ToString());
    }

    [Fact]
    public async Task A_provider_that_blocks_its_thread_ends_with_the_timeout_of_an_attempt()
    {
        var clock = new ManualTime();
        clock.TimerStarted = _ => clock.Advance(TimeSpan.FromSeconds(7));
        using var released = new ManualResetEventSlim();
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        var options = new TestClientOptions { TimeProvider = clock, Timeout = TimeSpan.FromSeconds(7) };
        options.UseAccessTokenProvider(
            (_, _) =>
            {
                released.Wait(s_bound, CancellationToken.None);
                return new(new ApiAccessToken("late"));
            }
        );
        using var client = new TestClient(stub, options);

        await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client).WaitAsync(s_bound));
        released.Set();

        Assert.Empty(stub.Requests);
    }
}
