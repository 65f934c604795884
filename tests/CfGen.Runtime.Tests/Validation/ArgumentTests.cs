using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Validation;

public sealed class ArgumentTests : IDisposable
{
    private readonly StubHandler _stub = new(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    private readonly TestClient _client;

    public ArgumentTests() => _client = new TestClient(_stub, new TestClientOptions { ApiToken = Secrets.Token });

    public void Dispose()
    {
        _client.Dispose();
        _stub.Dispose();
    }

    private ApiRequestBuilder Call(string path = "/things") => _client.Call(TestOperations.Create(HttpMethod.Get, path));

    private async Task<ApiViolation[]> ViolationsAsync(ApiRequestBuilder call)
    {
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => call.SendAsync(default));
        Assert.Empty(_stub.Requests);
        return [.. e.Violations];
    }

    private async Task<string> SentAsync(ApiRequestBuilder call)
    {
        await call.SendAsync(default);
        return Assert.Single(_stub.Requests).RequestUri!.AbsoluteUri["https://api.example.com/client/v4".Length..];
    }

    [Theory]
    [InlineData("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26")]
    [InlineData("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e1")]
    [InlineData("182bd5e56e1a4fe4a799aa6d9a6ab26e")]
    [InlineData("{182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e}")]
    [InlineData(" 182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26")]
    [InlineData("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab2 \n")]
    [InlineData("g82bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e")]
    [InlineData("182bd5e5-+e1a-4fe4-a799-aa6d9a6ab26e")]
    [InlineData("182bd5e5-0xa1-4fe4-a799-aa6d9a6ab26e")]
    public async Task A_UUID_must_have_its_exact_form(string value)
    {
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            _client.Scores.GetAsync(SampleBodies.Account, value)
        );

        Assert.Equal("userId", e.ParamName);
        Assert.Equal("get-risk-score", e.OperationId);
        ApiViolation v = Assert.Single(e.Violations);
        Assert.Equal(
            ("userId", "user_id", "path", "format: uuid", "#/components/parameters/user_id/schema"),
            (v.Parameter, v.Name, v.Location, v.Rule, v.Pointer)
        );
        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task A_UUID_can_be_upper_case()
    {
        await _client
            .Call(TestOperations.Create(HttpMethod.Get, "/{id}"))
            .AddString(ParameterLocation.Path, "id", SampleBodies.User.ToUpperInvariant(), "#", true, format: StringFormat.Uuid)
            .SendAsync(default);

        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task All_violations_are_in_one_exception_without_values()
    {
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            _client.Scores.GetAsync(new string('x', 33) + "SECRET", "SECRET")
        );

        Assert.Equal("accountId", e.ParamName);
        Assert.Equal(["accountId", "userId"], e.Violations.Select(v => v.Parameter));
        Assert.Equal("maxLength: 32", e.Violations[0].Rule);
        Assert.Contains("has 39 characters, at most 32 are allowed", e.Message, StringComparison.Ordinal);
        Assert.Contains("#/components/parameters/account_id/schema", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task Violations_fail_the_task()
    {
        Task<Score> task = _client.Scores.GetAsync(null!, "");

        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => task);
        Assert.Equal(["required", "required"], e.Violations.Select(v => v.Rule));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("x/..")]
    [InlineData("x/../y")]
    [InlineData("x\\..\\y")]
    [InlineData("%2e%2e")]
    [InlineData("%2E./x")]
    [InlineData("x%2F..%2Fy")]
    [InlineData("x%2f%2e%2e%2fy")]
    [InlineData("x%5c..")]
    [InlineData("%252e%252e")]
    [InlineData("x%25252F..%25252Fy")]
    public async Task Dot_segments_are_rejected(string value) =>
        Assert.Equal(
            "path segment",
            Assert.Single(await ViolationsAsync(Call("/{id}").AddString(ParameterLocation.Path, "id", value, "#", true))).Rule
        );

    [Theory]
    [InlineData("a.b", "/a.b")]
    [InlineData("...", "/...")]
    [InlineData("a/b", "/a%2Fb")]
    [InlineData("a b?c#d%e", "/a%20b%3Fc%23d%25e")]
    [InlineData("ä€😀", "/%C3%A4%E2%82%AC%F0%9F%98%80")]
    [InlineData("-._~", "/-._~")]
    [InlineData("a+b&c=d:e@f!g$h'i(j)k*l,m;n", "/a%2Bb%26c%3Dd%3Ae%40f%21g%24h%27i%28j%29k%2Al%2Cm%3Bn")]
    [InlineData("%2F", "/%252F")]
    public async Task Path_values_are_encoded_except_unreserved_characters(string value, string sent) =>
        Assert.Equal(sent, await SentAsync(Call("/{id}").AddString(ParameterLocation.Path, "id", value, "#", true)));

    [Fact]
    public async Task Path_values_of_other_types_are_formatted() =>
        Assert.Equal(
            "/a/-5/1.5/0.1/low/true/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e/2020-01-02T03%3A04%3A05.5Z/2020-01-02/z",
            await SentAsync(
                Call("/a/{1}/{2}/{3}/{4}/{5}/{6}/{7}/{8}/z")
                    .AddInt64(ParameterLocation.Path, "1", -5L, "#", true)
                    .AddDouble(ParameterLocation.Path, "2", 1.5, "#", true)
                    .AddDecimal(ParameterLocation.Path, "3", 0.1m, "#", true)
                    .AddEnum(ParameterLocation.Path, "4", RiskLevel.Low, "#", true)
                    .AddBoolean(ParameterLocation.Path, "5", true, "#", true)
                    .AddGuid(ParameterLocation.Path, "6", Guid.Parse(SampleBodies.User), "#", true)
                    .AddDateTime(ParameterLocation.Path, "7", new DateTimeOffset(2020, 1, 2, 3, 4, 5, 500, TimeSpan.Zero), "#", true)
                    .AddDate(ParameterLocation.Path, "8", new DateOnly(2020, 1, 2), "#", true)
            )
        );

    [Fact]
    public async Task A_parameter_that_occurs_twice_in_the_path_has_the_same_value() =>
        Assert.Equal(
            "/a/1%202/b/3/1%202/c/3/z?q=4",
            await SentAsync(
                Call("/a/{x}/b/{y}/{x}/c/{y}/z")
                    .AddString(ParameterLocation.Path, "x", "1 2", "#", true)
                    .AddString(ParameterLocation.Path, "y", "3", "#", true)
                    .AddString(ParameterLocation.Query, "q", "4", "#", false)
            )
        );

    [Fact]
    public async Task Query_values_of_all_types_are_formatted() =>
        Assert.Equal(
            "/things?s=a%20b&i=5&d=1.5&m=0.10&b=false&g=182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e&t=2020-01-02T03%3A04%3A05%2B01%3A00&o=2020-01-02&e=high&n=medium",
            await SentAsync(
                Call()
                    .AddString(ParameterLocation.Query, "s", "a b", "#", false)
                    .AddInt64(ParameterLocation.Query, "i", 5, "#", false)
                    .AddDouble(ParameterLocation.Query, "d", 1.5, "#", false)
                    .AddDecimal(ParameterLocation.Query, "m", 0.10m, "#", false)
                    .AddBoolean(ParameterLocation.Query, "b", false, "#", false)
                    .AddGuid(ParameterLocation.Query, "g", Guid.Parse(SampleBodies.User), "#", false)
                    .AddDateTime(ParameterLocation.Query, "t", new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), "#", false)
                    .AddDate(ParameterLocation.Query, "o", new DateOnly(2020, 1, 2), "#", false)
                    .AddEnum(ParameterLocation.Query, "e", RiskLevel.High, "#", true)
                    .AddEnum(ParameterLocation.Query, "n", (RiskLevel?)RiskLevel.Medium, "#", false)
            )
        );

    [Fact]
    public async Task Null_is_not_sent() =>
        Assert.Equal(
            "/things",
            await SentAsync(
                Call()
                    .AddString(ParameterLocation.Query, "s", (string?)null, "#", false)
                    .AddInt64(ParameterLocation.Query, "i", (long?)null, "#", false)
                    .AddEnum(ParameterLocation.Query, "e", (RiskLevel?)null, "#", false)
                    .AddList(ParameterLocation.Query, "l", (IReadOnlyList<string>?)null, "#", false)
            )
        );

    [Theory]
    [InlineData(ParameterStyle.Form, true, "/things?a=1%2C&a=b%20c")]
    [InlineData(ParameterStyle.Form, false, "/things?a=1%2C,b%20c")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "/things?a=1%2C%20b%20c")]
    [InlineData(ParameterStyle.PipeDelimited, false, "/things?a=1%2C%7Cb%20c")]
    public async Task Lists_follow_their_style(ParameterStyle style, bool explode, string sent) =>
        Assert.Equal(
            sent,
            await SentAsync(Call().AddList(ParameterLocation.Query, "a", (string[])["1,", "b c"], "#", false, style, explode))
        );

    [Fact]
    public async Task Lists_of_other_types_are_formatted() =>
        Assert.Equal(
            "/things?i=1&i=2&b=true&e=low&g=182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e&d=1.5",
            await SentAsync(
                Call()
                    .AddList(ParameterLocation.Query, "i", (int[])[1, 2], "#", false)
                    .AddList(ParameterLocation.Query, "b", (bool[])[true], "#", false)
                    .AddList(ParameterLocation.Query, "e", (RiskLevel[])[RiskLevel.Low], "#", false)
                    .AddList(ParameterLocation.Query, "g", (Guid[])[Guid.Parse(SampleBodies.User)], "#", false)
                    .AddList(ParameterLocation.Query, "d", (double[])[1.5], "#", false)
            )
        );

    [Fact]
    public async Task Rules_are_checked_and_name_their_parameter()
    {
        string? @class = null;
        string shortOne = "";
        long big = 101,
            small = 0;
        string[] many = ["a", "bb", "ccc"];

        ApiViolation[] violations = await ViolationsAsync(
            Call()
                .AddString(ParameterLocation.Query, "class", @class, "#/c", true)
                .AddString(ParameterLocation.Query, "short", shortOne, "#/s", true, minLength: 1)
                .AddInt64(ParameterLocation.Query, "big", big, "#/b", true, maximum: 100)
                .AddInt64(ParameterLocation.Query, "small", small, "#/m", true, minimum: 1)
                .AddString(ParameterLocation.Query, "p", "abc", "#/p", true, pattern: "^[0-9]+$", expression: "parameters?.P")
                .AddList(ParameterLocation.Query, "many", many, "#/l", true, maxItems: 2, maxLength: 2)
                .AddString(ParameterLocation.Header, "X-H", "a\r\nb", "#/h", true, expression: "header")
        );

        Assert.Equal(
            [
                ("class", "required"),
                ("shortOne", "minLength: 1"),
                ("big", "maximum: 100"),
                ("small", "minimum: 1"),
                ("parameters.P", "pattern: ^[0-9]+$"),
                ("many", "maxItems: 2"),
                ("many[2]", "maxLength: 2"),
                ("header", "header value"),
            ],
            violations.Select(v => (v.Parameter, v.Rule))
        );
        Assert.Equal("header", violations[^1].Location);
    }

    [Fact]
    public async Task Lengths_count_code_points()
    {
        Assert.Equal(
            "/things?a=%F0%9F%98%80%F0%9F%98%80",
            await SentAsync(Call().AddString(ParameterLocation.Query, "a", "😀😀", "#", true, minLength: 2, maxLength: 2))
        );
    }

    [Fact]
    public async Task Two_code_points_are_fewer_than_three() =>
        Assert.Contains(
            "has 2 characters",
            Assert.Single(await ViolationsAsync(Call().AddString(ParameterLocation.Query, "a", "😀😀", "#", true, minLength: 3))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Headers_and_cookies_are_sent()
    {
        await Call()
            .AddString(ParameterLocation.Header, "X-S", "v", "#", true)
            .AddBoolean(ParameterLocation.Header, "X-B", true, "#", true)
            .AddList(ParameterLocation.Header, "X-L", (long[])[1, 2], "#", true)
            .AddString(ParameterLocation.Cookie, "c", "a b", "#", true)
            .AddInt64(ParameterLocation.Cookie, "d", 1L, "#", true)
            .SendAsync(default);

        HttpRequestMessage sent = Assert.Single(_stub.Requests);
        Assert.Equal("v", sent.Headers.GetValues("X-S").Single());
        Assert.Equal("true", sent.Headers.GetValues("X-B").Single());
        Assert.Equal("1,2", sent.Headers.GetValues("X-L").Single());
        Assert.Equal("c=a%20b; d=1", sent.Headers.GetValues("Cookie").Single());
    }

    [Fact]
    public async Task A_required_body_is_required()
    {
        Score? score = null;

        ApiViolation v = Assert.Single(await ViolationsAsync(Call().WithJsonBody(score, true)));

        Assert.Equal(("score", "body", "required"), (v.Parameter, v.Location, v.Rule));

        // What a JsonElement is that nobody set.
        System.Text.Json.JsonElement nothing = default;
        v = Assert.Single(await ViolationsAsync(Call().WithJsonBody<System.Text.Json.JsonElement, JsonElementCodec>(nothing, true)));
        Assert.Equal(("nothing", "body", "required"), (v.Parameter, v.Location, v.Rule));
    }

    [Fact]
    public async Task A_body_that_throws_fails_the_task()
    {
        var score = new Score
        {
            Email = "e",
            Name = "n",
            Events = new Broken(),
        };

        ApiRequestBuilder call = Call().WithJsonBody(score, true);

        await Assert.ThrowsAsync<NotImplementedException>(() => call.SendAsync(default));
        Assert.Empty(_stub.Requests);
    }

    private sealed class Broken : IReadOnlyList<Event>
    {
        public int Count => 1;

        public Event this[int index] => throw new NotImplementedException();

        public IEnumerator<Event> GetEnumerator() => throw new NotImplementedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotImplementedException();
    }
}
