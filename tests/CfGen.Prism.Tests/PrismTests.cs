using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.Prism.Tests.Cloudflare;
using Xunit.Abstractions;

namespace CfGen.Prism.Tests;

/// <summary>Prism accepts each request of the client, and the client reads each response of Prism.</summary>
public class PrismTests(PrismServer server, ITestOutputHelper output) : IClassFixture<PrismServer>
{
    private const int DynamicRounds = 60;

    // The document has 4XX for each operation: any of them may come.
    private static readonly int[] s_errorStatuses = [400, 401, 403, 404, 405, 408, 409, 410, 412, 415, 418, 422, 429, 451, 499];

    public static TheoryData<string> Operations => [.. OperationCalls.All.Keys];

    [Fact]
    public void No_operation_of_the_document_is_left_out()
    {
        string document = File.ReadAllText(PrismServer.DocumentPath);
        string[] documented =
        [
            .. Regex.Matches(document, @"^ +operationId: (\S+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value),
        ];
        IEnumerable<string> emitted = typeof(CloudflareClient)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<ApiOperationAttribute>()?.Id)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(documented.Order(StringComparer.Ordinal), OperationCalls.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(documented.Order(StringComparer.Ordinal), emitted.Order(StringComparer.Ordinal));
        // Each operation has the status that the error tests ask for.
        Assert.Equal(documented.Length, Regex.Count(document, "^        4XX:$", RegexOptions.Multiline));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Examples_are_read(string operation)
    {
        if (server.Find(output) is not { } url)
            return;
        using ExchangeRecorder recorder = new();
        using CloudflareClient client = PrismServer.CreateClient(url, recorder);

        await AssertSuccessAsync(client, recorder, operation, new RequestOptions());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Email_and_key_are_accepted(string operation)
    {
        if (server.Find(output) is not { } url)
            return;
        using ExchangeRecorder recorder = new();
        using CloudflareClient client = PrismServer.CreateClient(
            url,
            recorder,
            options => (options.ApiEmail, options.ApiKey) = ("ada@example.com", "a-key-of-hers")
        );

        await AssertSuccessAsync(client, recorder, operation, new RequestOptions());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Dynamic_responses_are_read(string operation)
    {
        if (server.Find(output) is not { } url)
            return;
        using ExchangeRecorder recorder = new();
        using CloudflareClient client = PrismServer.CreateClient(url, recorder);
        int successes = 0;

        for (int seed = 1; seed <= DynamicRounds; seed++)
        {
            RequestOptions options = CreateOptions(string.Create(CultureInfo.InvariantCulture, $"dynamic=true, seed={seed}"));
            object? value = null;
            ApiException? exception = null;
            try
            {
                value = await CallAsync(client, operation, options);
            }
            catch (ApiException e)
            {
                exception = e;
            }

            Assert.Empty(recorder.RequestViolations);
            if (recorder.ResponseViolations.Count > 0)
                continue; // Prism does not merge `anyOf` and `allOf` well: many a result of its making is in breach.
            if (recorder.Status == HttpStatusCode.InternalServerError)
            {
                Assert.IsType<ApiServerException>(exception); // Prism failed over making one up.
                continue;
            }

            if (recorder.Body["success"]!.GetValue<bool>())
            {
                Assert.Null(exception);
                AssertRead(recorder, operation, value);
                successes++;
            }
            else
            {
                // The document lets `success` be false in any envelope.
                AssertError(Assert.IsType<ApiStatusException>(exception, exactMatch: false), recorder, operation, HttpStatusCode.OK);
            }
        }

        output.WriteLine($"{successes} of {DynamicRounds} responses are successes.");
        Assert.InRange(successes, 1, DynamicRounds);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Errors_are_exceptions(string operation)
    {
        if (server.Find(output) is not { } url)
            return;
        using ExchangeRecorder recorder = new();
        using CloudflareClient client = PrismServer.CreateClient(url, recorder);

        foreach (int status in s_errorStatuses)
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"code={status}");
            string dynamic = string.Create(CultureInfo.InvariantCulture, $"{code}, dynamic=true, seed={status}");
            foreach (string preference in (string[])[code, dynamic])
            {
                RequestOptions options = CreateOptions(preference);
                ApiStatusException e = await Assert.ThrowsAnyAsync<ApiStatusException>(() => CallAsync(client, operation, options));

                AssertError(e, recorder, operation, (HttpStatusCode)status);
                Assert.NotEmpty(e.Errors);
            }
        }
    }

    [Theory]
    [InlineData("GET", "/summary?page=first", null, "a-token", 422)]
    [InlineData("GET", "/summary?order_by=name", null, "a-token", 422)]
    [InlineData("PUT", "/behaviors", """{"behaviors":{"x":{"enabled":"yes"}}}""", "a-token", 422)]
    [InlineData("GET", "/behaviors", null, null, 401)]
    public async Task A_request_in_breach_would_be_seen(string method, string path, string? body, string? token, int status)
    {
        if (server.Find(output) is not { } url)
            return;
        using ExchangeRecorder recorder = new();
        using HttpClient http = new(recorder);
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(url, "/accounts/a/zt_risk_scoring" + path));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body, mediaType: new("application/json"));

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(status, (int)recorder.Status);
        Assert.NotEmpty(recorder.RequestViolations);
    }

    private static RequestOptions CreateOptions(string preference) => new() { Headers = { ["Prefer"] = preference } };

    private static Task<object?> CallAsync(CloudflareClient client, string operation, RequestOptions options) =>
        OperationCalls.All[operation](client.ZeroTrust.RiskScoring, options);

    /// <summary>Calls an operation and checks that its response is read.</summary>
    private static async Task AssertSuccessAsync(
        CloudflareClient client,
        ExchangeRecorder recorder,
        string operation,
        RequestOptions options
    )
    {
        object? value = await CallAsync(client, operation, options);

        Assert.Empty(recorder.RequestViolations);
        Assert.Equal(HttpStatusCode.OK, recorder.Status);
        AssertRead(recorder, operation, value);
    }

    /// <summary>Checks that all of the result is in the value.</summary>
    private static void AssertRead(ExchangeRecorder recorder, string operation, object? value)
    {
        JsonNode? sent = recorder.Body["result"];
        if (operation == "get-risk-score-summary")
            sent = sent?["users"];
        JsonNode? read = JsonSerializer.SerializeToNode(value);
        Assert.True(JsonNode.DeepEquals(Normalize(sent), Normalize(read)), $"Sent: {sent?.ToJsonString()}\nRead: {read?.ToJsonString()}");
    }

    private static void AssertError(ApiStatusException e, ExchangeRecorder recorder, string operation, HttpStatusCode status)
    {
        Assert.Empty(recorder.RequestViolations);
        Assert.Equal((status, status, operation), (recorder.Status, e.StatusCode, e.OperationId));
        Assert.Equal(
            recorder.Body["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<int>()),
            e.Errors.Select(error => error.Code ?? 0)
        );
    }

    /// <summary>Writes each time in one form: <c>.0Z</c> is the same as <c>Z</c>.</summary>
    private static JsonNode? Normalize(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Normalize(m.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Normalize)]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                string text = value.GetValue<string>();
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out DateTimeOffset time)
                    ? JsonValue.Create(time.UtcDateTime)
                    : JsonValue.Create(text);
            default:
                return node?.DeepClone();
        }
    }
}
