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

    [Fact]
    public async Task Times_and_durations_of_a_query_have_the_form_of_the_server()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{}");
        using NSwagDates.CaseClient client = new(server.CreateOptions<NSwagDates.CaseClientOptions>());

        await client.Times.GetAsync(
            new()
            {
                Max = TimeSpan.FromHours(26),
                From = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                Day = new DateOnly(2026, 1, 2),
                At = OffsetTime.Parse("16:39:57-08:00"),
            }
        );

        Assert.Equal(
            "/times?max=1.02%3A00%3A00&from=2026-01-02T03%3A04%3A05%2B02%3A00&day=2026-01-02&at=16%3A39%3A57-08%3A00",
            server.SingleRequest.Target
        );
    }

    [Fact]
    public async Task The_other_times_are_read_and_sent()
    {
        const string Times = """
            {"created":"2026-01-02T03:04:05.5+02:00","deleted":null,"day":"2026-01-02","unix":1767323045,"rfc1123":"Fri, 02 Jan 2026 03:04:05 GMT"}
            """;
        await using TestServer server = await TestServer.StartAsync(200, Times);
        using NSwagDates.CaseClient client = new(server.CreateOptions<NSwagDates.CaseClientOptions>());

        NSwagDates.Times times = await client.Times.GetAsync();
        await client.Times.PostAsync(times);

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 500, TimeSpan.FromHours(2)), times.Created);
        Assert.Equal((null, new DateOnly(2026, 1, 2), 1767323045L), (times.Deleted, times.Day, times.Unix));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", times.Rfc1123);
        Assert.Equal(Times.Trim(), server.Requests.Last().Body);
    }
}
