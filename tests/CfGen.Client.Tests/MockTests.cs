using System.Net;
using Acme.Cloudflare;
using Moq;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CfGen.Client.Tests;

/// <summary>Mocks of generated clients, as users of the two mocking libraries write them.</summary>
public class MockTests
{
    private const string Account = CloudflareApi.Account;
    private const string User = CloudflareApi.User;

    private static RiskScoringGetResponse Ada =>
        new()
        {
            Name = "Ada",
            Email = "ada@example.com",
            Events = [],
        };

    [Fact]
    public async Task NSubstitute_mocks_a_client_and_its_resources()
    {
        RiskScoringResource scores = Substitute.For<RiskScoringResource>();
        scores.GetAsync(Account, User).Returns(Ada);
        ZeroTrustResource zeroTrust = Substitute.For<ZeroTrustResource>();
        zeroTrust.RiskScoring.Returns(scores);
        CloudflareClient client = Substitute.For<CloudflareClient>(new CloudflareClientOptions());
        client.ZeroTrust.Returns(zeroTrust);
        using var created = new HttpResponseMessage(HttpStatusCode.Created);
        client.SendAsync(Arg.Any<HttpRequestMessage>()).Returns(created);

        Assert.Equal("Ada", (await client.ZeroTrust.RiskScoring.GetAsync(Account, User)).Name);
        Assert.Equal("Ada", (await client.ZeroTrust.RiskScoring.GetAsync(Account, Guid.Parse(User))).Name); // calls the virtual method
        Assert.Same(created, await client.SendAsync(new HttpRequestMessage()));
        await scores.Received(2).GetAsync(Account, User);
    }

    [Fact]
    public async Task NSubstitute_mocks_lists_responses_and_exceptions()
    {
        SummaryResource summary = Substitute.For<SummaryResource>();
        summary.GetAsync(Account).Returns(new Pageable<RiskyUser>(new List<RiskyUser> { Risky() }));
        RiskScoringResource scores = Substitute.For<RiskScoringResource>();
        scores.GetWithResponseAsync(Account, User).Returns(new ApiResponse<RiskScoringGetResponse>(HttpStatusCode.Accepted, Ada));
        scores
            .GetAsync(Account, User)
            .ThrowsAsync(ApiExceptionFactory.CreateStatusException(HttpStatusCode.NotFound, [new ApiError { Code = 1000 }]));

        Assert.Single(await summary.GetAsync(Account).ToListAsync());
        Assert.Equal(HttpStatusCode.Accepted, (await scores.GetWithResponseAsync(Account, User)).StatusCode);
        ApiNotFoundException e = await Assert.ThrowsAsync<ApiNotFoundException>(() => scores.GetAsync(Account, User));
        Assert.Equal(1000, e.Errors[0].Code);
    }

    [Fact]
    public async Task Moq_mocks_a_client_through_its_resources()
    {
        var mock = new Mock<CloudflareClient>(new CloudflareClientOptions());
        mock.Setup(c => c.ZeroTrust.RiskScoring.GetAsync(Account, User, null, default)).ReturnsAsync(Ada);
        mock.Setup(c => c.ZeroTrust.RiskScoring.ResetAsync(Account, User, null, default))
            .ThrowsAsync(ApiExceptionFactory.CreateConnectionException());
        CloudflareClient client = mock.Object;

        Assert.Equal("Ada", (await client.ZeroTrust.RiskScoring.GetAsync(Account, User)).Name);
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.ZeroTrust.RiskScoring.ResetAsync(Account, User));
        mock.Verify(c => c.ZeroTrust.RiskScoring.GetAsync(Account, User, null, default), Times.Once);
    }

    [Fact]
    public async Task Moq_mocks_lists()
    {
        var mock = new Mock<SummaryResource>();
        var response = new ApiResponse(HttpStatusCode.OK);
        mock.Setup(s => s.GetAsync(Account, null, null, default))
            .Returns(new Pageable<RiskyUser>(new Page<RiskyUser>([Risky()], response), new Page<RiskyUser>([Risky()], response)));

        Assert.Equal(2, (await mock.Object.GetAsync(Account).ToListAsync()).Count);
    }

    private static RiskyUser Risky() =>
        new()
        {
            Name = "Ada",
            Email = "ada@example.com",
            EventCount = 1,
            LastEvent = DateTimeOffset.UnixEpoch,
            MaxRiskLevel = RiskLevel.High,
            UserId = Guid.Parse(User),
        };
}
