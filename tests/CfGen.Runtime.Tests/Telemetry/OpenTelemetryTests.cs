using System.Diagnostics;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using OpenTelemetry.Metrics;

namespace CfGen.Runtime.Tests.Telemetry;

/// <summary>The spans and metrics of a call that the SDK of OpenTelemetry exports.</summary>
public class OpenTelemetryTests
{
    private static readonly ApiOperationInfo s_get = new("get-thing", HttpMethod.Get, "/things/{id}")
    {
        Security = [1],
        Envelope = EnvelopeKind.Result,
    };

    [Fact]
    public async Task A_call_has_one_span_with_the_attributes_of_an_HTTP_client()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            TestServer.Respond(307, "", ("Location", "/elsewhere")),
            TestServer.Respond(200, SampleBodies.Success("1"))
        );
        using var client = new TracedClient(server);

        await Get(client).SendForResultAsync<int, Int32Codec>(default);

        Activity span = client.Span;
        Assert.Equal(("GET /things/{id}", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/things/{id}",
                ["cfgen.operation.id"] = "get-thing",
                ["url.full"] = server.Url + "/v4/things/7",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = new Uri(server.Url).Port,
                ["http.response.status_code"] = 200,
                ["network.protocol.version"] = "1.1",
                ["http.request.resend_count"] = 2,
            },
            span.TagObjects.ToDictionary(t => t.Key, t => t.Value)
        );
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Contains(span.TraceId.ToString(), r["traceparent"], StringComparison.Ordinal));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task A_call_is_measured_once_in_seconds_with_buckets_for_calls()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            TestServer.Respond(200, SampleBodies.Success("1"))
        );
        using var client = new TracedClient(server);

        await Get(client).SendForResultAsync<int, Int32Codec>(default);

        (Dictionary<string, object?> tags, MetricPoint point) = client.GetDuration();
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["url.template"] = "/things/{id}",
                ["cfgen.operation.id"] = "get-thing",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = new Uri(server.Url).Port,
                ["http.response.status_code"] = 200,
            },
            tags
        );
        Assert.Equal(1, point.GetHistogramCount());
        List<double> bounds = [];
        foreach (HistogramBucket bucket in point.GetHistogramBuckets())
            bounds.Add(bucket.ExplicitBound);
        Assert.Equal((0.005, 120, double.PositiveInfinity), (bounds[0], bounds[^2], bounds[^1]));
    }

    [Fact]
    public async Task A_response_that_reports_failure_has_its_error_code()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Failure(10403, "No."));
        using var client = new TracedClient(server);

        await Assert.ThrowsAsync<ApiStatusException>(() => Get(client).SendForResultAsync<int, Int32Codec>(default));

        AssertFailed(client, "CfGen.ApiStatusException", 200);
        Assert.Equal("10403", client.Span.GetTagItem("cfgen.error.code"));
        Assert.Equal("10403", client.GetDuration().Tags["cfgen.error.code"]);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"success\":true,\"result\":\"text\"}")]
    public async Task A_response_that_cannot_be_read_is_an_error(string body)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        using var client = new TracedClient(server);

        await Assert.ThrowsAsync<ApiResponseFormatException>(() => Get(client).SendForResultAsync<int, Int32Codec>(default));

        AssertFailed(client, "CfGen.ApiResponseFormatException", 200);
    }

    [Fact]
    public async Task An_error_code_that_repeats_the_credential_is_left_out()
    {
        string body = $$"""{"success":false,"errors":[{"code":"{{Secrets.Token}}","message":"No."}],"messages":[],"result":null}""";
        await using TestServer server = await TestServer.StartAsync(400, body);
        using var client = new TracedClient(server);

        await Assert.ThrowsAsync<ApiBadRequestException>(() => Get(client).SendForResultAsync<int, Int32Codec>(default));

        AssertFailed(client, "400", 400);
        Assert.Null(client.Span.GetTagItem("cfgen.error.code"));
        Assert.False(client.GetDuration().Tags.ContainsKey("cfgen.error.code"));
    }

    [Fact]
    public async Task A_status_is_the_type_of_its_error()
    {
        await using TestServer server = await TestServer.StartAsync(404, SampleBodies.Failure(7, "None."));
        using var client = new TracedClient(server);

        await Assert.ThrowsAsync<ApiNotFoundException>(() => Get(client).SendForResultAsync<int, Int32Codec>(default));

        AssertFailed(client, "404", 404);
        Assert.Equal("7", client.Span.GetTagItem("cfgen.error.code"));
    }

    [Fact]
    public async Task A_call_that_its_caller_cancels_is_an_error()
    {
        using var cancellation = new CancellationTokenSource();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await TestServer.NeverRespond(context);
        });
        using var client = new TracedClient(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get(client).SendForResultAsync<int, Int32Codec>(cancellation.Token));

        AssertFailed(client, "System.OperationCanceledException", null);
    }

    [Fact]
    public async Task A_call_that_is_not_sent_is_an_error_too()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using var client = new TracedClient(server, o => o.ApiToken = null);

        await Assert.ThrowsAsync<ApiCredentialsException>(() => Get(client).SendForResultAsync<int, Int32Codec>(default));

        Assert.Equal("CfGen.ApiCredentialsException", client.Span.GetTagItem("error.type"));
        Assert.Null(client.Span.GetTagItem("url.full"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_page_and_each_of_its_faults_belong_to_a_span()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(200, "[1,2]"), TestServer.Respond(200, "[1,\"x\"]"));
        using var client = new TracedClient(server);
        var operation = new ApiOperationInfo("list", HttpMethod.Get, "/list");
        var paging = new PagingInfo(PagingStyle.Single);

        await client.Call(operation).ToPageable<int, Int32Codec>(paging, default).GetPageAsync();
        await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Call(operation).ToPageable<int, Int32Codec>(paging, default).GetPageAsync()
        );

        Assert.Equal([null, "CfGen.ApiResponseFormatException"], client.Spans.Select(s => s.GetTagItem("error.type")));
    }

    [Fact]
    public async Task Lines_are_one_call_until_their_end_or_their_error()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(200, "1\n2\n"), TestServer.Respond(200, "1\nx\n"));
        using var client = new TracedClient(server);
        var operation = new ApiOperationInfo("lines", HttpMethod.Get, "/lines");

        await foreach (int _ in client.Call(operation).StreamJsonLines<int, Int32Codec>(default))
            Assert.Empty(client.Spans);
        Assert.Null(client.Span.GetTagItem("error.type"));
        await Assert.ThrowsAsync<ApiResponseFormatException>(async () =>
        {
            await foreach (int _ in client.Call(operation).StreamJsonLines<int, Int32Codec>(default))
                Assert.Single(client.Spans);
        });

        Assert.Equal([null, "CfGen.ApiResponseFormatException"], client.Spans.Select(s => s.GetTagItem("error.type")));
    }

    [Fact]
    public async Task The_URL_shows_no_secret()
    {
        await using TestServer server = await TestServer.StartAsync(200, "1");
        using var client = new TracedClient(
            server,
            o =>
            {
                o.QueryKey = Secrets.Key;
                o.DefaultQuery["access_token"] = "SECRET";
                o.DefaultQuery["page_token"] = "p2";
                o.DefaultQuery["q"] = Secrets.Token; // a credential, wherever it is
            }
        );
        var operation = new ApiOperationInfo("read-invite", HttpMethod.Get, "/invites/{invite_token}/lines/{line}")
        {
            Security = [0b10001],
        };

        await client
            .Call(operation, new RequestOptions { Query = { ["X-Amz-Signature"] = "SECRET" } })
            .AddString(ParameterLocation.Path, "invite_token", "SECRET", "#", true)
            .AddString(ParameterLocation.Path, "line", "4", "#", true)
            .SendForResultAsync<int, Int32Codec>(default);

        string url = (string)client.Span.GetTagItem("url.full")!;
        Assert.Contains(Secrets.Key, server.SingleRequest.Target, StringComparison.Ordinal);
        Secrets.AssertAbsent(url);
        Assert.Equal(server.Url + "/v4/invites/*/lines/4?access_token=*&page_token=p2&q=***&X-Amz-Signature=*", url);
    }

    [Fact]
    public async Task The_URL_shows_no_credential_of_the_call()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using var client = new TracedClient(server);
        var operation = new ApiOperationInfo("ping", HttpMethod.Get, "/ping") { Security = [0b10000] };

        await client.Call(operation, new RequestOptions { Query = { ["who"] = "SECRET-1", ["at"] = "1" } }).SendAsync(default);

        Assert.Equal("/v4/ping?who=SECRET-1&at=1", server.SingleRequest.Target);
        Assert.Equal(server.Url + "/v4/ping?who=***&at=1", client.Span.GetTagItem("url.full"));
    }

    [Fact]
    public async Task A_method_that_is_not_known_is_another_one()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using var client = new TracedClient(server);

        await client.Call(new ApiOperationInfo("purge", new HttpMethod("PURGE"), "/cache")).SendAsync(default);

        Assert.Equal(
            ("HTTP /cache", "_OTHER", "PURGE"),
            (client.Span.DisplayName, client.Span.GetTagItem("http.request.method"), client.Span.GetTagItem("http.request.method_original"))
        );
    }

    private static ApiRequestBuilder Get(TracedClient client) => client.Call(s_get).AddString(ParameterLocation.Path, "id", "7", "#", true);

    private static void AssertFailed(TracedClient client, string errorType, int? status)
    {
        Assert.Equal(
            (errorType, status, ActivityStatusCode.Error),
            (client.Span.GetTagItem("error.type"), (int?)client.Span.GetTagItem("http.response.status_code"), client.Span.Status)
        );
        Dictionary<string, object?> tags = client.GetDuration().Tags;
        Assert.Equal((errorType, status), (tags["error.type"], (int?)tags.GetValueOrDefault("http.response.status_code")));
    }
}
