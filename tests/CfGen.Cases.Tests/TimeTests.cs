using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Times and durations as NSwag and ASP.NET Core write them, and as RFC 3339 and ISO 8601 do.</summary>
public class TimeTests
{
    [Fact]
    public async Task Durations_are_read_in_both_forms_and_written_in_that_of_the_server()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"at":"16:39:57-08:00","elapsed":"1.02:03:04","span":"-00:00:01.5","dateSpan":"PT90M","aspnet":"02:00:00","partial":"07:30:00"}"""
        );
        using NSwagDates.CaseClient client = new(server.CreateOptions<NSwagDates.CaseClientOptions>());

        NSwagDates.Times times = await client.Times.GetAsync();
        await client.Times.PostAsync(times);

        Assert.Equal(new TimeSpan(1, 2, 3, 4), times.Elapsed);
        Assert.Equal((TimeSpan.FromSeconds(-1.5), TimeSpan.FromMinutes(90)), (times.Span, times.DateSpan));
        Assert.Equal((TimeSpan.FromHours(2), new TimeOnly(7, 30)), (times.Aspnet, times.Partial));
        Assert.Equal(
            """{"at":"16:39:57-08:00","elapsed":"1.02:03:04","span":"-00:00:01.5000000","dateSpan":"01:30:00","aspnet":"02:00:00","partial":"07:30:00"}""",
            server.Requests.Last().Body
        );
    }

    [Theory]
    [InlineData("16:39:57-08:00")]
    [InlineData("16:39:57Z")]
    [InlineData("16:39:57.25+05:30")]
    [InlineData("16:39:57")]
    public async Task A_time_keeps_its_offset(string text)
    {
        await using TestServer server = await TestServer.StartAsync(200, $$"""{"at":"{{text}}"}""");
        using NSwagDates.CaseClient client = new(server.CreateOptions<NSwagDates.CaseClientOptions>());

        NSwagDates.Times times = await client.Times.GetAsync();
        await client.Times.PostAsync(times);

        Assert.Equal(text, times.At.ToString());
        Assert.Equal($$"""{"at":"{{text}}"}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task A_time_without_an_offset_is_assigned_as_it_is()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using NSwagDates.CaseClient client = new(server.CreateOptions<NSwagDates.CaseClientOptions>());

        await client.Times.PostAsync(new() { At = new TimeOnly(9, 0) });

        Assert.Equal("""{"at":"09:00:00"}""", server.SingleRequest.Body);
    }

    [Fact]
    public async Task The_example_of_a_duration_tells_its_form()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TextNumbers.CaseClient client = new(server.CreateOptions<TextNumbers.CaseClientOptions>());

        await client.Prices.CreateAsync(new() { Elapsed = TimeSpan.FromHours(26), Iso = TimeSpan.FromHours(26) });

        Assert.Equal("""{"elapsed":"1.02:00:00","iso":"P1DT2H"}""", server.SingleRequest.Body);
    }
}
