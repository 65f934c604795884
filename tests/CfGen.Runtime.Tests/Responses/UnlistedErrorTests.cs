using System.Net;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Responses;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>Bodies with <c>success</c> whose <c>errors</c> is no list: a count says how many there were, and is no error.</summary>
public class UnlistedErrorTests
{
    private static readonly ApiOperationInfo s_result = TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.Result);

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"none\"")]
    public async Task Errors_that_are_no_list_are_none(string errors)
    {
        string body = $$"""{"success":true,"errors":{{errors}},"messages":{{errors}},"result":{{SampleBodies.Score}}}""";

        ApiResponse<Score> response = await EnvelopeTests.GetAsync<Score, ModelCodec<Score>>(s_result, 200, body);

        Assert.Equal("email", response.Value!.Email);
        Assert.Empty(response.Envelope!.Errors);
        Assert.Empty(response.Envelope.Messages);
    }

    [Fact]
    public async Task A_failure_that_counts_its_errors_has_the_sentence_beside_the_count()
    {
        ApiStatusException e = await Assert.ThrowsAnyAsync<ApiStatusException>(() =>
            EnvelopeTests.GetAsync<Score, ModelCodec<Score>>(
                s_result,
                400,
                """{"success":false,"errors":3,"message":"three rows are wrong"}"""
            )
        );

        Assert.Empty(e.Errors);
        Assert.Contains("400 Bad Request: three rows are wrong.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_a_count_is_the_value_where_there_is_no_envelope()
    {
        ApiResponse<JsonElement> response = await EnvelopeTests.GetAsync<JsonElement, JsonElementCodec>(
            TestOperations.Get,
            200,
            """{"success":false,"errors":3}"""
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, response.Value.GetProperty("errors").GetInt32());
        Assert.Null(response.Envelope);
    }
}
