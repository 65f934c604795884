using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Parts whose media type is JSON, and parts of open names.</summary>
public class PartTests
{
    [Fact]
    public async Task Parts_have_the_form_of_their_media_type()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using Multiparts.CaseClient client = new(server.CreateOptions<Multiparts.CaseClientOptions>());

        await client.Product.UploadDocumentAsync(
            new()
            {
                File = ApiFile.FromText("content", "a.txt", "text/plain"),
                Products = [new() { Id = 1, Name = "x" }],
                Meta = new() { A = 2 },
                Str = "a \"b\"",
                Ids = [1, 2],
                Kind = Multiparts.ProductKind.B,
            }
        );

        string body = server.SingleRequest.Body;
        Assert.Contains(Part("products", "application/json", """[{"id":1,"name":"x"}]"""), body, StringComparison.Ordinal);
        Assert.Contains(Part("meta", "application/json", """{"a":2}"""), body, StringComparison.Ordinal);
        Assert.Contains(Part("str", "application/json", "\"a \\\"b\\\"\""), body, StringComparison.Ordinal);
        Assert.Contains(Part("ids", "application/json", "[1,2]"), body, StringComparison.Ordinal);
        Assert.Contains(Part("kind", "text/plain; charset=utf-8", "b"), body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_open_names_can_be_files()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using Multiparts.CaseClient client = new(server.CreateOptions<Multiparts.CaseClientOptions>());

        await client.Assets.CreateAsync(
            new() { Parts = new Dictionary<string, ApiFile> { ["main.css"] = ApiFile.FromText("a{}", "main.css", "text/css") } }
        );

        Assert.Contains(
            "name=\"main.css\"; filename=\"main.css\"\r\nContent-Type: text/css\r\n\r\na{}\r\n",
            server.SingleRequest.Body,
            StringComparison.Ordinal
        );
    }

    private static string Part(string name, string mediaType, string content) =>
        $"name=\"{name}\"\r\nContent-Type: {mediaType}\r\n\r\n{content}\r\n";
}
