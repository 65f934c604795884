using Acme.Media;
using Acme.QueryString;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Parameters in every style, as they stand in the URL and the headers.</summary>
public class ParameterWireTests
{
    private static readonly RangeModel s_range = new()
    {
        From = new DateOnly(2024, 2, 1),
        To = 3,
        Kinds = ["a", "b&c"],
    };

    public static TheoryData<string, SearchFindParameters> Queries =>
        new()
        {
            {
                "filter%5Bfrom%5D=2024-02-01&filter%5Bto%5D=3&filter%5Bkinds%5D%5B0%5D=a&filter%5Bkinds%5D%5B1%5D=b%26c",
                new() { Filter = s_range }
            },
            {
                "from=2024-02-01&to=3&kinds=a&kinds=b%26c",
                new() { Window = s_range }
            },
            {
                "point=from,2024-02-01,to,3",
                new() { Point = s_range with { Kinds = null } }
            },
            {
                "repeated=1&repeated=%2C",
                new() { Repeated = ["1", ","] }
            },
            {
                "commas=1,%2C",
                new() { Commas = ["1", ","] }
            },
            {
                "spaces=a%20b%20c",
                new() { Spaces = ["a", "b", "c"] }
            },
            {
                "pipes=1%7C2",
                new() { Pipes = [1, 2] }
            },
            {
                "issue_class~neq=x&issue_class~neq=y",
                new() { IssueClassNeq = ["x", "y"] }
            },
            {
                "comment.present=",
                new() { CommentPresent = "" }
            },
            {
                "since%5Bgte%5D=5",
                new() { SinceGte = "5" }
            },
            {
                "q=%7B%22text%22%3A%22a%26b%22%7D",
                new() { Q = new Reason { Text = "a&b" } }
            },
            {
                "labels%5Ba%26b%5D=c%3Dd",
                new() { Labels = new Dictionary<string, string> { ["a&b"] = "c=d" } }
            },
            {
                "next=https://a.example/b?c=d%26e%2B%5Bf%5D%23%25,(g)%C3%BC&after=%2F",
                new() { Next = "https://a.example/b?c=d&e+[f]#%,(g)ü", After = "/" }
            },
            {
                "nexts=/a,b:c&after=%3A",
                new() { Nexts = ["/a", "b:c"], After = ":" }
            },
            {
                "",
                new()
                {
                    Filter = new RangeModel(),
                    Window = new RangeModel(),
                    Point = new RangeModel(),
                    Commas = [],
                }
            },
        };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_parameters(string expected, SearchFindParameters parameters)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Search.FindAsync(parameters);

        Assert.Equal(expected.Length == 0 ? "/search" : "/search?" + expected, server.SingleRequest.Target);
    }

    [Fact]
    public async Task Header_and_cookie_parameters()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Search.FindAsync(
            new SearchFindParameters
            {
                XRange = s_range with { Kinds = null },
                XWhy = new Reason { Text = "ü\r\nX" },
                XIds = [1, 2],
                Flavours = ["mint", "a;b"],
            }
        );

        Assert.Equal("from=2024-02-01,to=3", server.SingleRequest["X-Range"]);
        Assert.Equal("{\"text\":\"\\u00fc\\r\\nX\"}", server.SingleRequest["X-Why"]);
        Assert.Equal("1,2", server.SingleRequest["X-Ids"]);
        Assert.Equal("flavours=mint%2Ca%3Bb", server.SingleRequest["Cookie"]);
    }

    [Fact]
    public async Task Querystring_parameters()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using QueryStringClient queries = new(new QueryStringClientOptions { BaseUrl = new Uri(server.Url) });

        await queries.Search.FormAsync(
            new()
            {
                Text = "a&b",
                Tags = ["x", "y z"],
                Near = new() { Lat = 1.5, Lon = -2 },
            }
        );
        await queries.Search.JsonAsync(new() { Query = new() { Text = "a&b" } });
        await queries.Search.TextAsync("$.a[?(@.b)]");
        await queries.Search.JsonAsync();

        Assert.Equal(
            [
                "/form?text=a%26b&tags=x&tags=y%20z&near=%7B%22lat%22%3A1.5%2C%22lon%22%3A-2%7D",
                "/json?%7B%22text%22%3A%22a%26b%22%7D",
                "/text?%24.a%5B%3F%28%40.b%29%5D",
                "/json",
            ],
            server.Requests.Select(r => r.Target)
        );
        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(() =>
            queries.Search.FormAsync(new() { Text = "more than twelve" })
        );
        Assert.Equal(("query", "/text", "maxLength: 12"), wrong.Violations.Select(v => (v.Location, v.BodyPointer, v.Rule)).Single());
    }

    [Fact]
    public async Task Path_parameters()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        await client.Search.StyledAsync(["a/b", "c,d"], [1, 2], "x;y", s_range with { Kinds = null });

        Assert.Equal("/styled/a%2Fb,c%2Cd/.1.2/;matrix=x%3By/;from=2024-02-01;to=3", server.SingleRequest.Target);
    }

    [Fact]
    public async Task Styled_parameters_are_validated()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using MediaClient client = server.CreateMediaClient();

        ApiValidationException wrong = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Search.StyledAsync([], [], "123456", s_range)
        );
        Assert.Equal(
            [("list", "minItems: 1"), ("list", "required"), ("label", "required"), ("matrix", "maxLength: 5")],
            wrong.Violations.Select(v => (v.Parameter, v.Rule))
        );
        wrong = await Assert.ThrowsAsync<ApiValidationException>(() => client.Search.StyledAsync([".."], [1], "a", s_range));
        Assert.Equal("path segment", Assert.Single(wrong.Violations).Rule);
        wrong = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Search.FindAsync(
                new SearchFindParameters
                {
                    Filter = new RangeModel { To = 100 },
                    Repeated = ["1", "2", "3", "more than nine"],
                }
            )
        );
        Assert.Equal(
            [
                ("parameters.Filter", "query", "/to", "maximum: 99"),
                ("parameters.Repeated", "query", null, "maxItems: 3"),
                ("parameters.Repeated[3]", "query", null, "maxLength: 9"),
            ],
            wrong.Violations.Select(v => (v.Parameter, v.Location, v.BodyPointer, v.Rule))
        );
        Assert.Empty(server.Requests);
    }
}
