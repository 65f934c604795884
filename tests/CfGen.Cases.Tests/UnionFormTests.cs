using System.Text.Json;
using CfGen.Cases.Tests.UnionForms;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The ways to make a union and to ask for its value.</summary>
public class UnionFormTests
{
    [Fact]
    public async Task Arrays_lists_and_dictionaries_convert_to_their_case()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"to":["a"],"weights":{"x":1}}""");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        List<string> names = ["a", "b"];

        await client.Targets.CreateAsync(
            new()
            {
                To = names,
                Weights = new Dictionary<string, long> { ["x"] = 1 },
            }
        );
        await client.Targets.CreateAsync(new() { To = new[] { "c" }, Weights = new long[] { 1, 2 } });
        Target read = await client.Targets.CreateAsync(
            new()
            {
                To = "all",
                Weights = new List<long> { 3 },
            }
        );

        Assert.Equal(
            ["""{"to":["a","b"],"weights":{"x":1}}""", """{"to":["c"],"weights":[1,2]}""", """{"to":"all","weights":[3]}"""],
            server.Requests.Select(r => r.Body)
        );
        Assert.Equal(["a"], Assert.IsAssignableFrom<IReadOnlyList<string>>(read.To.Value));
        Assert.Throws<ArgumentNullException>(() => (TargetTo)(string[])null!);
    }

    [Theory]
    [InlineData(""" "all" """, "text all")]
    [InlineData("""["a","b"]""", "list of 2")]
    [InlineData("""{"radius":2}""", "circle 2")]
    [InlineData("true", "unknown true")]
    public void Json_becomes_the_case_that_a_response_would_be(string json, string expected)
    {
        TargetTo to = new(JsonSerializer.Deserialize<JsonElement>(json));
        string called = "";

        string returned = to.Match(
            s => $"text {s}",
            l => $"list of {l.Count}",
            c => $"circle {c.Radius}",
            u => $"unknown {u.GetRawText()}"
        );
        Call(to);

        Assert.Equal((expected, expected), (returned, called));
        Assert.Equal(expected, Describe(to));

        void Call(TargetTo value) =>
            value.Match(
                s => Add($"text {s}"),
                l => Add($"list of {l.Count}"),
                c => Add($"circle {c.Radius}"),
                u => Add($"unknown {u.GetRawText()}")
            );
        void Add(string text) => called += text;
    }

    // The form that survives another case in a newer document.
    private static string Describe(TargetTo to) =>
        to.Value switch
        {
            string text => $"text {text}",
            IReadOnlyList<string> list => $"list of {list.Count}",
            Circle circle => $"circle {circle.Radius}",
            var other => $"unknown {((JsonElement)other).GetRawText()}",
        };

    [Fact]
    public void Json_that_does_not_fit_its_case_has_its_path()
    {
        JsonException thrown = Assert.Throws<JsonException>(() => new TargetTo(JsonSerializer.Deserialize<JsonElement>("""["a",1]""")));

        Assert.Equal("$[1]", thrown.Path);
        Assert.Throws<ArgumentException>(() => new TargetTo(default(JsonElement)));
    }
}
