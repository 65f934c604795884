using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>
/// Text of the document in places of the request line and of headers: what HTTP does not allow there never reaches the wire.
/// </summary>
public sealed class DocumentTextTests : IAsyncDisposable
{
    private readonly RawServer _server = new(_ => "HTTP/1.1 204 No Content\r\n\r\n");

    public static TheoryData<string> Controls =>
        ["a\r\nX-Injected: 1", "a\nX-Injected: 1", "a\rX-Injected: 1", "a\0X-Injected", "a\u0085b"];

    public static TheoryData<string> InvalidNames =>
        ["a\r\nX-Injected: 1", "a\nX-Injected", "a\0", "a b", "a:", "a;b", "a,b", "a\"b", "ä", "\u010aX-Injected", ""];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static ApiOperationInfo Create(string path) => TestOperations.Create(HttpMethod.Post, path);

    private async Task<ApiConnectionException> FailAsync(ApiOperationInfo operation, Func<ApiRequestBuilder, ApiRequestBuilder>? add = null)
    {
        using TestClient client = _server.CreateClient(o => o.BaseUrl = operation.ServerUrl is null ? _server.Url : null);
        ApiRequestBuilder call = client.Call(operation);
        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            (add is null ? call : add(call)).SendAsync(default)
        );
        Assert.Empty(_server.Requests);
        Assert.Equal((operation.Id, false), (e.OperationId, e.Message.Any(char.IsControl)));
        return e;
    }

    private static string Describe(string part) =>
        $"was not sent: its {part} has a character that HTTP does not allow. Correct the document, and build the client again.";

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task A_path_with_a_control_character_is_not_sent(string text)
    {
        ApiConnectionException e = await FailAsync(Create("/things/" + text));

        Assert.StartsWith("POST /things/a", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(Describe("path"), e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/ä/\u010a", "/%C3%A4/%C4%8A")]
    [InlineData("/😀/{id}/ü", "/%F0%9F%98%80/1/%C3%BC")]
    [InlineData("/a|b/\"<>^`\\", "/a%7Cb/%22%3C%3E%5E%60%5C")]
    [InlineData("/a%20b/%zz;v=1:run?x=[1]&y='(é)'", "/a%20b/%zz;v=1:run?x=[1]&y='(%C3%A9)'")]
    public async Task Other_characters_of_a_path_are_encoded(string path, string target)
    {
        using TestClient client = _server.CreateClient();

        ApiRequestBuilder call = client.Call(Create(path));
        if (path.Contains("{id}", StringComparison.Ordinal))
            call = call.AddString(ParameterLocation.Path, "id", "1", "", required: true);
        await call.SendAsync(default);

        Assert.StartsWith($"POST {target} HTTP/1.1\r\n", Assert.Single(_server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task A_server_with_a_control_character_is_not_sent(string text)
    {
        ApiOperationInfo operation = new("op", HttpMethod.Get, "/things") { ServerUrl = $"{_server.Url}{text}" };

        Assert.EndsWith(Describe("server"), (await FailAsync(operation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_characters_of_a_server_are_encoded()
    {
        ApiOperationInfo operation = new("op", HttpMethod.Get, "/things") { ServerUrl = $"{_server.Url}ä b" };
        using var client = new TestClient(new TestClientOptions { TimeProvider = new InstantClock(), Timeout = Timeout.InfiniteTimeSpan });

        await client.Call(operation).SendAsync(default);

        Assert.StartsWith("GET /%C3%A4%20b/things HTTP/1.1\r\n", Assert.Single(_server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidNames))]
    public async Task A_header_parameter_with_an_invalid_name_is_a_violation(string name)
    {
        ApiViolation v = await ViolateAsync(name, ParameterLocation.Header);

        Assert.Equal(("header", "header name"), (v.Location, v.Rule));
        Assert.Contains("cannot be sent, because HTTP does not allow its name", v.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidNames))]
    [InlineData("a=b")]
    [InlineData("a\\b")]
    public async Task A_cookie_with_an_invalid_name_is_a_violation(string name)
    {
        if (name == "a:")
            return; // servers have cookies with a colon
        ApiViolation v = await ViolateAsync(name, ParameterLocation.Cookie);

        Assert.Equal(("cookie", "header name"), (v.Location, v.Rule));
    }

    [Fact]
    public async Task Names_that_servers_use_are_sent()
    {
        using TestClient client = _server.CreateClient();

        await client
            .Call(TestOperations.Get)
            .AddString(ParameterLocation.Header, "X_a.b~1|!#$%&'*+^`", "h", "", required: true)
            .AddString(ParameterLocation.Cookie, "session[id]:a/b", "c", "", required: true)
            .SendAsync(default);

        string request = Assert.Single(_server.Requests);
        Assert.Contains("\r\nX_a.b~1|!#$%&'*+^`: h\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nCookie: session[id]:a/b=c\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidNames))]
    public async Task An_idempotency_header_with_an_invalid_name_is_not_sent(string name)
    {
        ApiOperationInfo operation = new("op", HttpMethod.Post, "/things") { IdempotencyHeader = name };

        Assert.EndsWith(Describe("idempotency header"), (await FailAsync(operation)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Media_types_with_a_control_character_are_not_sent(string text)
    {
        ApiOperationInfo accepting = new("op", HttpMethod.Post, "/things") { Accept = "text/plain, " + text };
        using var stream = new MemoryStream([1]);

        Assert.EndsWith(Describe("Accept header"), (await FailAsync(accepting)).Message, StringComparison.Ordinal);
        foreach (
            Func<ApiRequestBuilder, ApiRequestBuilder> add in (Func<ApiRequestBuilder, ApiRequestBuilder>[])
                [
                    c => c.WithTextBody("t", true, "text/plain;" + text),
                    c => c.WithStreamBody(stream, true, "image/png;" + text),
                    c => c.WithMultipartBody(new Form("text/plain;" + text, null), true),
                    c => c.WithMultipartBody(new Form(null, "image/png;" + text), true),
                ]
        )
            Assert.EndsWith(Describe("media type"), (await FailAsync(Create("/things"), add)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\0")]
    [InlineData("")]
    public async Task An_api_key_with_an_invalid_name_is_not_sent(string name)
    {
        foreach (
            SecurityScheme scheme in (SecurityScheme[])[new ApiKeyHeaderScheme(name, "Key", 0), new ApiKeyCookieScheme(name, "Key", 0)]
        )
        {
            using var client = new TestClient(new KeyOptions(scheme) { BaseUrl = _server.Url, Key = Secrets.Token });

            ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() =>
                client.Call(TestOperations.Create(HttpMethod.Get, security: [1])).SendAsync(default)
            );

            Assert.Equal(
                "The credential Key cannot be sent, because HTTP does not allow the name of its header or cookie. Correct the name in the document, and build the client again.",
                e.Message
            );
            Assert.Empty(_server.Requests);
        }
    }

    private async Task<ApiViolation> ViolateAsync(string name, ParameterLocation location)
    {
        using TestClient client = _server.CreateClient();
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Call(TestOperations.Get).AddString(location, name, "value", "#/h", required: true).SendAsync(default)
        );
        Assert.Empty(_server.Requests);
        Assert.DoesNotContain(e.Message.ReplaceLineEndings(""), char.IsControl);
        ApiViolation violation = Assert.Single(e.Violations);
        Assert.DoesNotContain(violation.Message + violation.Name, char.IsControl);
        return violation;
    }

    private sealed record Form(string? TextType, string? FileType) : IMultipartModel
    {
        public void Write(MultipartWriter writer)
        {
            writer.Value<string, StringCodec>("text", "t", TextType);
            writer.File("file", ApiFile.FromBytes([1]), FileType);
        }
    }

    private sealed class KeyOptions(SecurityScheme scheme) : TestClientOptions
    {
        private readonly ApiDefinition _definition = new("Test", "https://api.example.com", "CFGENTEST", scheme);

        protected override ApiDefinition Definition => _definition;

        public string? Key
        {
            get => GetCredential(0);
            set => SetCredential(0, value);
        }
    }
}
