using System.Text;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>Bodies of errors in other encodings than UTF-8: the errors in them are what the caller needs.</summary>
public class ErrorCharsetTests
{
    private const string Body = """{"success":false,"errors":[{"code":7003,"message":"Größe fehlt"}],"result":null}""";

    [Theory]
    [InlineData("utf-8", true, "application/json")]
    [InlineData("utf-8", true, "application/json; charset=utf-8")]
    [InlineData("utf-8", true, "application/json; charset=iso-8859-1")]
    [InlineData("utf-16", true, "application/json; charset=utf-16")]
    [InlineData("utf-16", false, "application/json; charset=utf-16")]
    [InlineData("utf-16", true, "application/json")]
    [InlineData("utf-16", false, "application/json")]
    [InlineData("utf-16BE", true, "application/json; charset=utf-16")]
    [InlineData("utf-16BE", false, "application/json")]
    [InlineData("utf-32", true, "application/json")]
    [InlineData("iso-8859-1", false, "application/json; charset=iso-8859-1")]
    [InlineData("iso-8859-1", false, "application/json; charset=\"ISO-8859-1\"")]
    [InlineData("iso-8859-1", false, "application/json; charset=utf-8")] // what it says is not what it is
    [InlineData("iso-8859-1", false, "application/json; charset=windows-1252")]
    [InlineData("iso-8859-1", false, "application/json; charset=utf-7")]
    [InlineData("iso-8859-1", false, "application/json")]
    [InlineData("utf-8", false, "application/json; charset=nobody-knows-it")]
    [InlineData("utf-8", false, null)]
    public async Task Errors_are_read_in_every_encoding(string encoding, bool hasMark, string? contentType)
    {
        Encoding written = Encoding.GetEncoding(encoding);
        byte[] body = [.. hasMark ? written.GetPreamble() : [], .. written.GetBytes(Body)];
        Assert.Equal(hasMark, body[0] is 0xEF or 0xFE or 0xFF);
        await using TestServer server = await StartAsync(400, contentType, body);
        using TestClient client = server.CreateClient();

        ApiBadRequestException e = await Assert.ThrowsAsync<ApiBadRequestException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal((7003, "Größe fehlt"), (Assert.Single(e.Errors).Code, e.Errors[0].Message));
        Assert.EndsWith("returned 400 Bad Request: Größe fehlt (code 7003).", e.Message, StringComparison.Ordinal);
        Assert.Equal(Body, e.RawBody);
    }

    /// <summary>A success that reports failure: the body has been decoded once, and is not decoded again.</summary>
    [Theory]
    [InlineData("utf-16", "application/json; charset=utf-16")]
    [InlineData("utf-16", "application/json")]
    [InlineData("iso-8859-1", "application/json; charset=iso-8859-1")]
    public async Task A_failure_with_200_is_read_in_its_encoding(string encoding, string contentType)
    {
        await using TestServer server = await StartAsync(200, contentType, Encoding.GetEncoding(encoding).GetBytes(Body));
        using TestClient client = server.CreateClient();

        ApiStatusException e = await Assert.ThrowsAsync<ApiStatusException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal("Größe fehlt", Assert.Single(e.Errors).Message);
    }

    [Theory]
    [InlineData("nobody-knows-it")]
    [InlineData("utf-7")]
    [InlineData("windows-1252")]
    public async Task A_value_in_an_unknown_charset_is_an_error_that_names_the_cause(string charset)
    {
        await using TestServer server = await StartAsync(200, "application/json; charset=" + charset, Encoding.Latin1.GetBytes("\"ä\""));
        using TestClient client = server.CreateClient();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Call(TestOperations.Get).SendForTextAsync(default)
        );

        Assert.Equal(
            "GET /things (op) returned 200 OK as application/json, and the body has a charset that .NET does not know, and is not UTF-8.",
            e.Message
        );
        Assert.IsType<ArgumentException>(e.InnerException);
    }

    private static Task<TestServer> StartAsync(int status, string? contentType, byte[] body) =>
        TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = contentType;
                await context.Response.Body.WriteAsync(body);
            }
        );
}
