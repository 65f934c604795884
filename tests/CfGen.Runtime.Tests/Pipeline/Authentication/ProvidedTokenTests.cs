using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>Tokens of a provider are checked as credentials of the options are, and a bad one is not sent.</summary>
public class ProvidedTokenTests
{
    private const ulong OAuth = 0b1000_0000;

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\0")]
    [InlineData(Secrets.Token + "\n")]
    [InlineData(Secrets.Token + "\r\nX-Other: 1")]
    [InlineData(Secrets.Token + "\u007F")]
    [InlineData("tök-SECRET")]
    public async Task A_token_that_cannot_be_sent_is_not_sent(string? token)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { AccessTokenProvider = _ => ValueTask.FromResult(token!) });

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Get, security: [OAuth])).SendAsync(CancellationToken.None)
        );

        Assert.Empty(stub.Requests);
        Assert.Equal("op", e.OperationId);
        Assert.Contains("token provider", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }
}
