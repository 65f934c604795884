using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Responses;

public class EnvelopeTests
{
    private static readonly ApiOperationInfo s_result = TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.Result);
    private static readonly ApiOperationInfo s_required = TestOperations.Create(
        HttpMethod.Get,
        envelope: EnvelopeKind.Result,
        resultRequired: true
    );
    private static readonly ApiOperationInfo s_noResult = TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.NoResult);

    internal static async Task<ApiResponse<T>> GetAsync<T, TCodec>(
        ApiOperationInfo op,
        int status,
        string body,
        Action<TestClientOptions>? more = null
    )
        where TCodec : struct, IValueCodec<T>
    {
        await using TestServer server = await TestServer.StartAsync(status, body);
        using TestClient client = server.CreateClient(more);
        return await client.Call(op).SendForResponseAsync<T, TCodec>(default);
    }

    private static Task<ApiResponse<Score>> GetAsync(ApiOperationInfo op, int status, string body) =>
        GetAsync<Score, ModelCodec<Score>>(op, status, body);

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(205)]
    public async Task An_empty_response_has_no_value(int status)
    {
        ApiResponse<Score> response = await GetAsync(s_result, status, "");

        Assert.Equal((status, false, null), ((int)response.StatusCode, response.HasValue, response.Value));

        await using TestServer server = await TestServer.StartAsync(status, "");
        using TestClient client = server.CreateClient();
        Assert.Null(await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));
        await client.Call(s_noResult).SendAsync(default);
        Assert.Equal(0, await client.Call(TestOperations.Get).SendForResultAsync<int, Int32Codec>(default));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Every_2xx_succeeds(int status) =>
        Assert.Equal("email", (await GetAsync(s_result, status, SampleBodies.Success(SampleBodies.Score))).Value!.Email);

    [Theory]
    [InlineData("""{"success":false,"errors":[{"code":7003,"message":"No route"}],"messages":[],"result":null}""")]
    [InlineData("""{"result":null,"errors":[{"code":7003,"message":"No route"}],"success":false}""")]
    [InlineData("""{"result":{"odd":[1,2]},"errors":[{"code":7003,"message":"No route"}],"success":false}""")]
    [InlineData("""{"result":[],"errors":[{"code":"7003","message":"No route"}],"success":false}""")]
    [InlineData("""{"success":false,"errors":[{"code":7003,"message":"No route"}]}""")]
    public async Task Success_false_on_a_200_is_an_exception(string body)
    {
        ApiStatusException e = await Assert.ThrowsAsync<ApiStatusException>(() => GetAsync(s_required, 200, body));

        Assert.Equal(HttpStatusCode.OK, e.StatusCode);
        ApiError error = Assert.Single(e.Errors);
        Assert.Equal((7003, "No route"), (error.Code, error.Message));
        Assert.Contains("200 OK and success: false: No route (code 7003).", e.Message, StringComparison.Ordinal);
        Assert.Equal(body, e.RawBody);
    }

    [Fact]
    public async Task Success_false_is_detected_without_a_result()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"success":false,"errors":[{"code":1,"message":"m"}]}""");
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiStatusException>(() => client.Call(s_noResult).SendAsync(default));
        await Assert.ThrowsAsync<ApiStatusException>(() => client.Call(s_result).SendAsync(default));
        await client.Call(TestOperations.Get).SendAsync(default); // no envelope: the body is its own affair
    }

    [Fact]
    public async Task Errors_beside_success_true_do_not_fail()
    {
        ApiResponse<Score> response = await GetAsync(s_result, 200, SampleBodies.Documented);

        Assert.Equal("message", Assert.Single(response.Envelope!.Errors).Message);
        Assert.NotNull(response.Value);
    }

    [Fact]
    public async Task A_missing_optional_result_is_no_value()
    {
        ApiResponse<Score> response = await GetAsync(
            s_result,
            200,
            """{"success":true,"errors":[],"messages":[{"code":1000,"message":"queued"}]}"""
        );

        Assert.False(response.HasValue);
        Assert.Equal("queued", Assert.Single(response.Envelope!.Messages).Message);
    }

    [Fact]
    public async Task A_missing_required_result_is_an_exception()
    {
        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            GetAsync(s_required, 200, """{"success":true}""")
        );

        Assert.Equal("$.result", e.JsonPath);
    }

    [Fact]
    public async Task Null_for_a_non_nullable_result_is_an_exception()
    {
        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            GetAsync(s_result, 200, """{"success":true,"result":null}""")
        );

        Assert.Equal("$.result", e.JsonPath);
        Assert.Contains("expected an object, but found null", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_for_a_nullable_result_is_no_value()
    {
        ApiResponse<Score?> response = await GetAsync<Score?, NullableReferenceCodec<Score, ModelCodec<Score>>>(
            s_required,
            200,
            """{"success":true,"result":null}"""
        );

        Assert.False(response.HasValue);
    }

    [Theory]
    [InlineData("{}", "$.success", "the required property 'success' is missing")]
    [InlineData("""{"success":"yes"}""", "$.success", "expected a boolean")]
    [InlineData("""{"success":null}""", "$.success", "expected a boolean")]
    [InlineData("[]", "$", "expected an object, but found an array")]
    [InlineData("null", "$", "expected an object, but found null")]
    public async Task A_malformed_envelope_is_an_exception(string body, string path, string says)
    {
        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync(s_result, 200, body));

        Assert.Equal(path, e.JsonPath);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_can_be_any_type()
    {
        Assert.Equal(5, (await GetAsync<int, Int32Codec>(s_result, 200, SampleBodies.Success("5"))).Value);
        Assert.Equal(
            ["a", "b"],
            (
                await GetAsync<IReadOnlyList<string>, ListCodec<string, StringCodec>>(s_result, 200, SampleBodies.Success("""["a","b"]"""))
            ).Value
        );
        Assert.Equal(
            "email",
            (
                await GetAsync<IReadOnlyList<Score>, ListCodec<Score, ModelCodec<Score>>>(
                    s_result,
                    200,
                    SampleBodies.Success($"[{SampleBodies.Score}]")
                )
            )
                .Value![0]
                .Email
        );
    }

    [Fact]
    public async Task Without_an_envelope_the_body_is_the_value()
    {
        ApiResponse<Score> response = await GetAsync(TestOperations.Get, 200, SampleBodies.Score);

        Assert.Equal("email", response.Value!.Email);
        Assert.Null(response.Envelope);
    }

    [Fact]
    public async Task Cursors_are_read_from_result_info()
    {
        ApiResponse<int> one = await GetAsync<int, Int32Codec>(
            s_result,
            200,
            """{"success":true,"result":1,"result_info":{"cursor":"c","count":0}}"""
        );
        ApiResponse<int> two = await GetAsync<int, Int32Codec>(
            s_result,
            200,
            """{"success":true,"result":1,"result_info":{"cursors":{"after":"a","before":"b"}}}"""
        );
        ApiResponse<int> odd = await GetAsync<int, Int32Codec>(
            s_result,
            200,
            """{"success":true,"result":1,"errors":null,"messages":"x","result_info":[1]}"""
        );

        Assert.Equal(("c", 0L), (one.Envelope!.ResultInfo!.Cursor, one.Envelope.ResultInfo.Count));
        Assert.Equal(("a", "b"), (two.Envelope!.ResultInfo!.Cursor, two.Envelope.ResultInfo.CursorBefore));
        Assert.Null(odd.Envelope!.ResultInfo);
    }
}
