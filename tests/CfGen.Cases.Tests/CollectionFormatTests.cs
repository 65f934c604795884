using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Lists as Swagger 2.0 separates them, wherever they are, and lists in exploded objects.</summary>
public class CollectionFormatTests
{
    [Fact]
    public async Task Lists_of_queries_paths_and_headers_have_their_separators()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CollectionFormats.CaseClient client = new(server.CreateOptions<CollectionFormats.CaseClientOptions>());

        string[] list = ["a", "b c"];
        await client.Things.GetAsync(
            [1, 2],
            new()
            {
                Default = list,
                Csv = list,
                Ssv = list,
                Pipes = list,
                Multi = list,
                XCsv = list,
            }
        );

        Assert.Equal(
            "/things/1,2?default=a,b%20c&csv=a,b%20c&ssv=a%20b%20c&pipes=a%7Cb%20c&multi=a&multi=b%20c",
            server.SingleRequest.Target
        );
        Assert.Equal("a,b c", server.SingleRequest["X-Csv"]);
    }

    [Fact]
    public async Task Rarer_separators_hold_in_paths_and_headers_as_well()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CollectionFormats.CaseClient client = new(server.CreateOptions<CollectionFormats.CaseClientOptions>());

        await client.Rarer.GetAsync(
            ["a", "b|c"],
            [1, 2],
            new()
            {
                Tsv = ["a", "b"],
                XPipes = ["a", "b"],
                XSsv = [1, 2],
                XMulti = ["a", "b"],
                Odd = ["a", "b"],
            }
        );

        Assert.Equal("/rarer/a%7Cb%7Cc/1%202?tsv=a%09b&odd=a,b", server.SingleRequest.Target);
        Assert.Equal(
            ("a|b", "1 2", "a,b"),
            (server.SingleRequest["X-Pipes"], server.SingleRequest["X-Ssv"], server.SingleRequest["X-Multi"])
        );
    }

    [Fact]
    public async Task Lists_of_forms_have_their_separators()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CollectionFormats.CaseClient client = new(server.CreateOptions<CollectionFormats.CaseClientOptions>());

        await client.Forms.CreateAsync(
            new()
            {
                Default = ["a", "b"],
                Pipes = ["a", "b"],
                Multi = ["a", "b"],
            }
        );

        Assert.Equal("default=a,b&pipes=a%7Cb&multi=a&multi=b", server.SingleRequest.Body);
    }

    [Fact]
    public async Task Lists_of_parts_have_their_separators()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CollectionFormats.CaseClient client = new(server.CreateOptions<CollectionFormats.CaseClientOptions>());

        await client.Parts.CreateAsync(
            new()
            {
                File = ApiFile.FromText("content", "a.txt"),
                Ids = [1, 2],
                Tsv = [1, 2],
            }
        );

        Assert.Contains(
            "name=\"ids\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1,2\r\n",
            server.SingleRequest.Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "name=\"tsv\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1\t2\r\n",
            server.SingleRequest.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_in_an_exploded_object_repeats_its_name()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{}");
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        await client.Search.GetAsync(new() { Name = "x", Ids = [1, 2] });

        Assert.Equal("/api/search?name=x&ids=1&ids=2", server.SingleRequest.Target);
    }
}
