using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>Responses whose body the options of the call leave unread.</summary>
public class OpenBodyTests
{
    private static readonly ApiOperationInfo s_get = new("op", HttpMethod.Get, "/things")
    {
        Envelope = EnvelopeKind.Result,
        IsValueRequired = true,
        ValueStatusCodes = [200],
    };

    private static RequestOptions Open => new() { LeaveBodyOpen = true };

    [Fact]
    public async Task A_response_with_a_value_stays_open()
    {
        var more = new TaskCompletionSource();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("one\r\n");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("\ntwo");
        });
        using TestClient client = server.CreateClient(o => o.TimeProvider = null);

        ApiResponse<int> response = await client.Call(s_get, Open).SendForResponseAsync<int, Int32Codec>(default);

        Assert.Equal((HttpStatusCode.OK, false, 0), (response.StatusCode, response.HasValue, response.Value));
        List<string> lines = [];
        await foreach (string line in response.ReadLinesAsync())
        {
            lines.Add(line); // the first one is here before the server goes on
            more.TrySetResult();
        }

        Assert.Equal(["one", "", "two"], lines);
        Assert.Throws<ObjectDisposedException>(() => response.OpenBody!.ReadByte());
    }

    [Theory]
    [InlineData("value")]
    [InlineData("text")]
    [InlineData("none")]
    [InlineData("page")]
    public async Task Each_kind_of_response_can_stay_open(string kind)
    {
        await using TestServer server = await TestServer.StartAsync(203, "not what the document says");
        using TestClient client = server.CreateClient();
        ApiRequestBuilder call = client.Call(s_get, Open);

        ApiResponse response = kind switch
        {
            "value" => await call.SendForResponseAsync<int, Int32Codec>(default),
            "text" => await call.SendForTextResponseAsync(default),
            "none" => await call.SendWithResponseAsync(default),
            _ => (await call.ToPageable<int, Int32Codec>(new PagingInfo(PagingStyle.Single), default).GetPageAsync()).Response,
        };

        Assert.Equal("application/json", response.ContentHeaders!.ContentType!.MediaType);
        using var reader = new StreamReader(response.OpenBody!);
        Assert.Equal("not what the document says", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Other_methods_read_as_ever()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success("7"));
        using TestClient client = server.CreateClient();

        Assert.Equal(7, await client.Call(s_get, Open).SendForResultAsync<int, Int32Codec>(default));
        Assert.Null((await client.Call(s_get).SendForResponseAsync<int, Int32Codec>(default)).OpenBody);
    }

    [Fact]
    public async Task An_error_is_read_and_thrown()
    {
        await using TestServer server = await TestServer.StartAsync(404, SampleBodies.Failure(7, "None."));
        using TestClient client = server.CreateClient();

        ApiNotFoundException e = await Assert.ThrowsAsync<ApiNotFoundException>(() =>
            client.Call(s_get, Open).SendForResponseAsync<int, Int32Codec>(default)
        );

        Assert.Equal(7, e.Errors[0].Code);
    }

    [Fact]
    public async Task Lines_of_JSON_are_read_as_models()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Score + "\n \n" + SampleBodies.Score + "\n{");
        using TestClient client = server.CreateClient();
        ApiResponse response = await client.Call(s_get, Open).SendWithResponseAsync(default);
        List<Score> scores = [];

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(async () =>
        {
            await foreach (Score score in response.ReadJsonLinesAsync<Score>())
                scores.Add(score);
        });

        Assert.Equal(["email", "email"], scores.Select(s => s.Email));
        Assert.Equal(("op", "{"), (e.OperationId, e.RawBody));
    }

    [Fact]
    public async Task A_line_has_the_limit_of_a_response()
    {
        await using TestServer server = await TestServer.StartAsync(200, "12345678\n123456789\n");
        using TestClient client = server.CreateClient(o => o.MaxResponseBytes = 8);
        ApiResponse response = await client.Call(s_get, Open).SendWithResponseAsync(default);
        List<string> lines = [];

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(async () =>
        {
            await foreach (string line in response.ReadLinesAsync())
                lines.Add(line);
        });

        Assert.Equal(["12345678"], lines);
        Assert.Contains("MaxResponseBytes (8 bytes)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fake_has_lines_too_and_a_closed_response_has_none()
    {
        var fake = new ApiResponse(HttpStatusCode.OK) { OpenBody = new MemoryStream("a\nb"u8.ToArray()) };
        List<string> lines = [];
        await foreach (string line in fake.ReadLinesAsync())
            lines.Add(line);

        Assert.Equal(["a", "b"], lines);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (string _ in new ApiResponse(HttpStatusCode.OK).ReadLinesAsync()) { }
        });
    }
}
