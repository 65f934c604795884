using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CfGen.Cases.Tests.Own;
using CfGen.Cases.Tests.OwnTypes;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Values that types of the project refuse, options that are missing, and bodies of errors.</summary>
public class OwnTypeFailureTests
{
    [Theory]
    [InlineData("\"placed\":\"2026-01-02T03:04:05.123456789Z\"", "\"placed\":\"noon\"", "$.placed", "expected a value of Instant")]
    [InlineData("\"units\":123456789012345678901234567890", "\"units\":true", "$.units", "expected a value of BigInteger")]
    [InlineData("\"price\":{\"amount\":\"1.50\"", "\"price\":{\"cost\":\"1.50\"", "$.price", "expected a value of Money")]
    [InlineData("\"labels\":{\"k\":\"v\"}", "\"labels\":[1]", "$.labels", "expected a value of Labels, but found an array")]
    [InlineData("\"status\":\"Closed\"", "\"status\":null", "$.status", "expected a value of Status, but found null")]
    [InlineData("\"address\":{\"street\":\"Main St\"", "\"address\":{\"street\":1", "$.address", "expected a value of Address")]
    public async Task Json_that_a_codec_refuses_violates_the_document(string json, string wrong, string path, string message)
    {
        string body = OwnTypeTests.WholeOrder.Replace(json, wrong, StringComparison.Ordinal);
        Assert.NotEqual(OwnTypeTests.WholeOrder, body);
        await using TestServer server = await TestServer.StartAsync(200, body);
        using CaseClient client = new(OwnTypeTests.CreateOptions(server));

        ApiResponseFormatException failure = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Orders.CreateAsync(OwnTypeTests.CreateOrder())
        );

        Assert.Equal(path, failure.JsonPath);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        // The body may hold personal data.
        Assert.DoesNotContain("noon", failure.ToString().Replace(failure.RawBody, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lenient_read_goes_on_after_json_that_a_codec_refuses()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            OwnTypeTests
                .WholeOrder.Replace("\"labels\":{\"k\":\"v\"}", "\"labels\":{\"k\":{\"v\":[1,2]}}", StringComparison.Ordinal)
                .Replace("03:04:05.123456789Z", "", StringComparison.Ordinal)
        );
        CaseClientOptions options = OwnTypeTests.CreateOptions(server);
        options.ResponseValidation = ResponseValidation.Lenient;
        using CaseClient client = new(options);

        Order order = await client.Orders.CreateAsync(OwnTypeTests.CreateOrder());

        Assert.Null(order.Labels);
        Assert.Equal(default, order.Placed);
        Assert.Equal(new Box<int>(7), order.Box);
    }

    [Fact]
    public async Task A_type_without_codec_and_contract_names_the_option()
    {
        await using TestServer server = await TestServer.StartAsync(200, OwnTypeTests.WholeOrder);
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        using CaseClient client = new(options);
        options.JsonSerializerOptions = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
        using CaseClient unknowing = new(options);

        ApiOptionsException missing = await Assert.ThrowsAsync<ApiOptionsException>(() =>
            client.Orders.CreateAsync(OwnTypeTests.CreateOrder())
        );
        ApiOptionsException unknown = await Assert.ThrowsAsync<ApiOptionsException>(() =>
            unknowing.Orders.CreateAsync(OwnTypeTests.CreateOrder())
        );

        Assert.Empty(server.Requests);
        Assert.Equal("JsonSerializerOptions", missing.OptionName);
        Assert.StartsWith("CfGen.Cases.Tests.Own.Status cannot be read or written", missing.Message, StringComparison.Ordinal);
        Assert.Contains("does not know it", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => options.JsonSerializerOptions = new JsonSerializerOptions());
    }

    [Fact]
    public async Task A_required_class_that_is_null_is_refused_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(OwnTypeTests.CreateOptions(server));

        ApiValidationException failure = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Stages.CreateAsync(new() { Home = null! })
        );

        Assert.Equal("/home", Assert.Single(failure.Violations).BodyPointer);
    }

    [Fact]
    public async Task Bodies_of_errors_have_the_type()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(409, """{"k":"v"}"""),
            TestServer.Respond(422, """{"status":"Closed","at":"2026-01-02T03:04:05.123456789Z"}"""),
            TestServer.Respond(409, "[1]")
        );
        using CaseClient client = new(OwnTypeTests.CreateOptions(server));
        Task SendAsync() => client.Stages.CreateAsync(new() { Home = new Address("a", "b") });

        ApiStatusException own = await Assert.ThrowsAsync<ApiConflictException>(SendAsync);
        ApiStatusException generated = await Assert.ThrowsAsync<ApiUnprocessableEntityException>(SendAsync);
        ApiStatusException other = await Assert.ThrowsAsync<ApiConflictException>(SendAsync);

        Assert.True(own.TryGetBody<Labels, LabelsCodec>(out Labels? labels));
        Assert.Equal("v", labels.Values["k"]);
        Assert.True(generated.TryGetBody(out Refusal? refusal));
        Assert.Equal((Status.Closed, OwnTypeTests.CreateOrder().Placed), (refusal.Status, refusal.At));
        Assert.False(other.TryGetBody<Labels, LabelsCodec>(out _));
    }
}
