using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Responses;

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
        Assert.Equal(count, e.Errors.Count);
    }
}
