using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The media types of Swagger 2.0, which many documents leave out, and its files.</summary>
public class LegacyMediaTypeTests
{
    [Fact]
    public async Task A_document_without_media_types_sends_and_reads_JSON()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"name":"Ann"}""");
        using LegacyMediaTypes.CaseClient client = new(server.CreateOptions<LegacyMediaTypes.CaseClientOptions>());

        LegacyMediaTypes.User user = await client.Users.UpdateAsync("7", new() { Name = "Bob" });

        Assert.Equal("Ann", user.Name);
        Assert.Equal(
            ("""{"name":"Bob"}""", "application/json", "application/json"),
            (server.SingleRequest.Body, server.SingleRequest["Content-Type"], server.SingleRequest["Accept"])
        );
    }

    [Theory]
    [InlineData("a", "application/json, */*")]
    [InlineData("b", "image/png, application/json")]
    [InlineData("c", "application/json, application/pdf")]
    [InlineData("d", "*/*")]
    [InlineData("e", "application/pdf")]
    [InlineData("f", "application/json, */*")]
    [InlineData("g", "text/csv, application/json")]
    [InlineData("h", "application/pdf, application/json")]
    public async Task A_file_is_a_stream_whatever_its_media_types(string path, string accept)
    {
        await using TestServer server = await TestServer.StartAsync(200, "%PDF", "application/pdf");
        using LegacyFiles.CaseClient client = new(server.CreateOptions<LegacyFiles.CaseClientOptions>());

        using Stream file = await (
            path switch
            {
                "a" => client.A.GetAsync(),
                "b" => client.B.GetAsync(),
                "c" => client.C.GetAsync(),
                "d" => client.D.GetAsync(),
                "e" => client.E.GetAsync(),
                "f" => client.F.GetAsync(),
                "g" => client.G.GetAsync(),
                _ => client.H.GetAsync(),
            }
        );

        using StreamReader reader = new(file);
        Assert.Equal("%PDF", await reader.ReadToEndAsync());
        Assert.Equal(("/" + path, accept), (server.SingleRequest.Target, server.SingleRequest["Accept"]));
    }

    [Fact]
    public async Task A_form_sends_lists_dates_and_booleans()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"access_token":"t"}""");
        using LegacyForms.CaseClient client = new(server.CreateOptions<LegacyForms.CaseClientOptions>());

        LegacyForms.TokenCreateResponse token = await client.Token.CreateAsync(
            new()
            {
                GrantType = LegacyForms.TokenGrantType.Password,
                Scope = ["a", "b"],
                Ids = [1, 2],
                Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                Ok = true,
            }
        );

        Assert.Equal("t", token.AccessToken);
        Assert.Equal(
            ("grant_type=password&scope=a&scope=b&ids=1,2&since=2026-01-02T03%3A04%3A05Z&ok=true", "application/x-www-form-urlencoded"),
            (server.SingleRequest.Body, server.SingleRequest["Content-Type"])
        );
    }

    [Fact]
    public async Task A_file_is_uploaded_and_a_file_of_PDF_or_JSON_is_a_stream()
    {
        await using TestServer server = await TestServer.StartAsync(200, "%PDF", "application/pdf");
        using LegacyForms.CaseClient client = new(server.CreateOptions<LegacyForms.CaseClientOptions>());

        await client.File.CreateAsync(new() { File = ApiFile.FromText("content", "a.txt") });
        using Stream file = await client.Export.GetAsync();

        Assert.StartsWith("multipart/form-data", server.Requests.First()["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a.txt\"", server.Requests.First().Body, StringComparison.Ordinal);
        Assert.Equal("application/pdf, application/json", server.Requests.Last()["Accept"]);
    }
}
