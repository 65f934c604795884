using System.Net;
using Acme.Directions;
using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Parameters at their limits, and lists with null in them.</summary>
public class ParameterLimitTests
{
    [Theory]
    [InlineData(0, "minimum: 1")]
    [InlineData(1, null)]
    [InlineData(9, null)]
    [InlineData(10, "maximum: 9")]
    public async Task A_parameter_may_be_its_limit(long limit, string? rule)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent));
        using DirectionsClient client = new(stub, new DirectionsClientOptions());

        Task call = client.Things.ListAsync(limit);

        if (rule is null)
            await call;
        else
            Assert.Equal(rule, Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => call)).Violations).Rule);
        Assert.Equal(rule is null ? 1 : 0, stub.Requests.Count);
    }

    [Fact]
    public async Task Null_in_a_list_of_a_query_is_not_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Search.FindAsync(
            new SearchFindParameters
            {
                Window = new RangeModel { To = 3, Kinds = ["a", null!, "b"] },
            }
        );

        Assert.Equal("/search?to=3&kinds=a&kinds=b", server.SingleRequest.Target);
    }
}
