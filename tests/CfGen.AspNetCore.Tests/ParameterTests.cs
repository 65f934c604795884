using CfGen.AspNetCore.Tests.Client;

namespace CfGen.AspNetCore.Tests;

/// <summary>Parameters of each type and place, as an API of ASP.NET Core understands them.</summary>
public class ParameterTests(ExampleServer server) : IClassFixture<ExampleServer>
{
    private static readonly Guid s_id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");

    private ParametersResource Parameters => server.Client.Parameters;

    [Fact]
    public async Task Queries_arrive()
    {
        Received received = await Parameters.Query.ListAsync(
            -1,
            true,
            s_id,
            new DateOnly(2026, 1, 2),
            Color.DarkGreen,
            new()
            {
                Big = long.MaxValue,
                Share = 1e-7,
                Amount = 0.1,
                Hour = new TimeOnly(4, 5, 6),
                Elapsed = new TimeSpan(1, 2, 3, 4),
                At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                Local = DateTimeOffset.UnixEpoch,
                Level = 5,
                Link = "https://example.org/?a=b&c",
                Letter = "ß",
                Text = "a b&c+d",
                Tiny = 255,
                Huge = ulong.MaxValue,
                Depth = 2,
            }
        );

        Assert.Equal(
            [
                "-1",
                "9223372036854775807",
                "1E-07",
                "0.1",
                "True",
                s_id.ToString(),
                "2026-01-02",
                "04:05:06.0000000",
                "1.02:03:04",
                "2026-01-02T03:04:05.0000000+02:00",
            ],
            received.Values.Take(10)
        );
        Assert.StartsWith("1970-01-01T", received.Values[10], StringComparison.Ordinal);
        Assert.Equal(
            ["DarkGreen", "Mid", "https://example.org/?a=b&c", "ß", "a b&c+d", "255", "18446744073709551615", "2"],
            received.Values.Skip(11)
        );
    }

    [Fact]
    public async Task Queries_that_are_not_given_take_the_default_of_the_server()
    {
        Received received = await Parameters.Query.ListAsync(1, false, s_id, new DateOnly(2026, 1, 2), Color.Red);

        Assert.Equal("1", received.Values[^1]);
        Assert.Equal(["-", "-", "-"], received.Values.Skip(1).Take(3));
    }

    [Fact]
    public async Task Lists_arrive()
    {
        Received received = await Parameters.Lists.ListAsync(
            [1, 2],
            new()
            {
                Texts = ["a,b", "c d"],
                Ids = [s_id],
                Colors = [Color.Red, Color.Blue],
                Levels = [10, 0],
                Days = [new DateOnly(2026, 1, 2)],
                Tag = ["t"],
            }
        );

        Assert.Equal(["1", "2", "a,b", "c d", s_id.ToString(), "Red", "Blue", "High", "Low", "2026-01-02", "t"], received.Values);
    }

    [Fact]
    public async Task Headers_arrive()
    {
        Received received = await Parameters.Headers.ListAsync(
            7,
            new()
            {
                XId = s_id,
                XColor = Color.Blue,
                XDay = new DateOnly(2026, 1, 2),
                XTexts = ["a", "b"],
                XAmount = 1.5,
            }
        );

        Assert.Equal(["7", s_id.ToString(), "Blue", "2026-01-02", "1.5", "a", "b"], received.Values);
    }

    [Fact]
    public async Task Routes_arrive()
    {
        Received received = await Parameters.Route.GetAsync(
            -1,
            s_id,
            new DateOnly(2026, 1, 2),
            Color.DarkGreen,
            true,
            2.5,
            long.MaxValue,
            "a b?c#ä",
            10
        );

        Assert.Equal(
            ["-1", s_id.ToString(), "2026-01-02", "DarkGreen", "True", "2.5", "9223372036854775807", "a b?c#ä", "High"],
            received.Values
        );
        Assert.Equal(["Blue", "Low"], (await server.Client.Items.GetByLevelAsync(Color.Blue, 0)).Values);
        Assert.Equal(["a b.txt"], (await Parameters.Files.GetAsync("a b.txt")).Values);
        Assert.Equal(["1.0", "2.0"], (await Parameters.Items.ListAsync("1.0", new() { ApiVersion = "2.0" })).Values);
    }

    [Fact]
    public async Task Members_of_a_parameter_object_arrive()
    {
        Received search = await Parameters.SearchAsync(
            "q",
            new()
            {
                Limit = 5,
                Colors = [Color.Red],
                XTenant = "t",
                Since = new DateOnly(2026, 1, 2),
            }
        );
        List<string> items = [];
        await foreach (
            Address item in server.Client.Items.ListAsync(
                new()
                {
                    Text = "t",
                    Limit = 3,
                    Ids = [4, 5],
                    Color = Color.Blue,
                    SortBy = "name",
                    SortDescending = true,
                }
            )
        )
            items.Add(item.Street);

        Assert.Equal(["q", "5", "t", "2026-01-02", "Red"], search.Values);
        Assert.Equal(["t|3|Blue|name|True|4|5"], items);
        Assert.Equal([s_id.ToString(), "Red"], (await server.Client.Items.Lists.ListAsync(new() { Ids = [s_id], C = [Color.Red] })).Values);
    }
}
