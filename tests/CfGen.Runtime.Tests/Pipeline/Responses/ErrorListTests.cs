using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Responses;

/// <summary>Messages name three errors, and say how many more there are.</summary>
public class ErrorListTests
{
    [Theory]
    [InlineData(1, "e1 (code 1).")]
    [InlineData(3, "e1 (code 1); e2 (code 2); e3 (code 3).")]
    [InlineData(4, "e1 (code 1); e2 (code 2); e3 (code 3); and 1 more.")]
    [InlineData(9, "e1 (code 1); e2 (code 2); e3 (code 3); and 6 more.")]
    public async Task A_message_names_three_errors(int count, string end)
    {
        string errors = string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"code":{{i}},"message":"e{{i}}"}"""));
        await using TestServer server = await TestServer.StartAsync(400, $$"""{"success":false,"errors":[{{errors}}]}""");
        using TestClient client = server.CreateClient();

        ApiBadRequestException e = await Assert.ThrowsAsync<ApiBadRequestException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.EndsWith(": " + end, e.Message, StringComparison.Ordinal);
        Assert.Equal((count, count), (e.Errors.Count, e.ErrorCount));
    }

    [Theory]
    [InlineData("""{"code":1,"message":"e"}""", "[", "]")]
    [InlineData("\"e\"", "[", "]")]
    [InlineData("\"e\"", "{\"name\":[", "]}")]
    [InlineData("\"name\":\"e\"", "{", "}")]
    public async Task A_hundred_errors_are_kept_and_the_rest_is_counted(string error, string open, string close)
    {
        string body = $$"""{"errors":{{open}}{{string.Join(',', Enumerable.Repeat(error, 100_000))}}{{close}}}""";
        await using TestServer server = await TestServer.StartAsync(400, body);
        using TestClient client = server.CreateClient();

        ApiBadRequestException e = await Assert.ThrowsAsync<ApiBadRequestException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal((100, 100_000), (e.Errors.Count, e.ErrorCount));
        Assert.EndsWith("; and 99997 more.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_chains_count_towards_the_hundred()
    {
        string chain = string.Join(',', Enumerable.Repeat("""{"message":"cause","error_chain":[{"message":"root"}]}""", 80));
        await using TestServer server = await TestServer.StartAsync(
            400,
            $$"""{"errors":[{"message":"a","error_chain":[{{chain}}]},{"message":"b"}]}"""
        );
        using TestClient client = server.CreateClient();

        ApiBadRequestException e = await Assert.ThrowsAsync<ApiBadRequestException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal(2, e.ErrorCount);
        Assert.Equal(100, e.Errors.Sum(Count));
        Assert.EndsWith("400 Bad Request: a; and 1 more.", e.Message, StringComparison.Ordinal);

        static int Count(ApiError error) => 1 + error.Chain.Sum(Count);
    }

    [Fact]
    public async Task A_hundred_notes_of_an_envelope_are_kept_and_the_rest_is_counted()
    {
        string notes = string.Join(',', Enumerable.Repeat("""{"code":1,"message":"n"}""", 150));
        await using TestServer server = await TestServer.StartAsync(
            200,
            $$"""{"success":true,"errors":[{{notes}}],"messages":[],"result":{{SampleBodies.Score}}}"""
        );
        using TestClient client = server.CreateClient();

        ApiEnvelope envelope = (await client.Scores.GetWithResponseAsync(SampleBodies.Account, SampleBodies.User)).Envelope!;

        Assert.Equal((100, 150, 0), (envelope.Errors.Count, envelope.ErrorCount, envelope.MessageCount));
        Assert.Equal(1, new ApiEnvelope { Errors = [new ApiError()] }.ErrorCount);
    }
}
