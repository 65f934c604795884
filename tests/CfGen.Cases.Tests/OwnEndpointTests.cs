using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CfGen.Cases.Tests.OwnEndpoint;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CfGen.Cases.Tests;

/// <summary>Results that a program returns from an endpoint of its own, caches and logs with <see cref="JsonSerializer"/>.</summary>
public class OwnEndpointTests
{
    // A value of the enum, a case and properties that the document does not list or does not name, and nulls.
    private const string Full =
        """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","level":"extreme","state":null,"note":null,"when":"2026-01-02T03:04:05.5+02:00","parts":[{"kind":"text","value":"v"},{"kind":"film","length":3},{"kind":"picture","url":null},{"kind":"picture"}],"labels":{"name":"n","a":1,"b":null},"pair":["x",null]}""";

    private const string Least = """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","level":"low","state":"s","parts":[],"pair":["x"]}""";

    private const string SharedJson = """{"id":"7","name":"n","owner":{"id":"8","name":null}}""";

    public static TheoryData<string> Received => new(Full, Least);

    [Theory]
    [MemberData(nameof(Received))]
    public async Task A_result_is_returned_as_it_came(string json)
    {
        Report report = await GetAsync(json, c => c.Reports.GetAsync());

        Assert.Equal(json, await ReturnAsync(report));
        Assert.Equal($"[{json},{json}]", await ReturnAsync<IReadOnlyList<Report>>([report, report]));
        Assert.Equal($$"""{"report":{{json}},"level":"high"}""", await ReturnAsync(new { report, level = Level.High }));
    }

    [Theory]
    [MemberData(nameof(Received))]
    public async Task A_result_is_cached(string json)
    {
        Report report = await GetAsync(json, c => c.Reports.GetAsync());
        string cached = JsonSerializer.Serialize(report);
        Report read = JsonSerializer.Deserialize<Report>(cached)!;

        Assert.Equal(json, Unescape(cached));
        Assert.Equal(json, Unescape(JsonSerializer.Serialize(read)));
        Assert.Equal((report.Id, report.Level, report.Note, report.When), (read.Id, read.Level, read.Note, read.When));
        Assert.Equal(report.Parts, read.Parts);
        Assert.Equal(report.Pair, read.Pair);
    }

    [Fact]
    public async Task A_type_of_both_directions_is_returned_with_what_requests_leave_out()
    {
        Shared shared = await GetAsync(SharedJson, c => c.Shared.GetAsync());
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Shared.UpdateAsync(shared with { Secret = "s" });

        Assert.Equal("""{"name":"n","secret":"s"}""", server.SingleRequest.Body);
        Assert.Equal(SharedJson, await ReturnAsync(shared));
        Assert.Equal(shared, JsonSerializer.Deserialize<Shared>(JsonSerializer.Serialize(shared)));
    }

    [Fact]
    public void A_request_is_logged_and_not_read_unless_the_project_asks_for_it()
    {
        NewReport report = new NewReport { Level = "low", Secret = "s" }.WithNull(nameof(NewReport.Note));

        Assert.Equal("""{"level":"low","secret":"s","note":null}""", JsonSerializer.Serialize(report));
        Assert.Contains(
            "Json=\"both\"",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<NewReport>("{}")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Received))]
    public async Task Without_reflection_the_types_that_are_named_are_written_and_read(string json)
    {
        JsonModelResolver resolver = new JsonModelResolver().Add<Report>().Add<Part>().AddEnum<Level>();
        JsonSerializerOptions options = new() { TypeInfoResolver = resolver };
        Report report = await GetAsync(json, c => c.Reports.GetAsync());

        Assert.Equal(json, await ReturnAsync(report, resolver));
        Assert.Equal(json, RoundTrip(report, options));
        Assert.Equal($"[{json}]", RoundTrip<IReadOnlyList<Report>>([report], options));
        Assert.Equal($"[{json}]", RoundTrip<Report[]>([report], options));
        Assert.Equal($"[{json}]", RoundTrip<List<Report>>([report], options));
        Assert.Equal($"[{json}]", RoundTrip<IEnumerable<Report>>([report], options));
        Assert.Equal($$"""{"a":{{json}}}""", RoundTrip(new Dictionary<string, Report> { ["a"] = report }, options));
        Assert.Equal(
            $$"""{"a":{{json}}}""",
            RoundTrip<IReadOnlyDictionary<string, Report>>(new Dictionary<string, Report> { ["a"] = report }, options)
        );
        Assert.Equal($"[{json}]", await ReturnAsync(Enumerate(report), resolver));
        Assert.Equal("\"extreme\"", RoundTrip<Level?>("extreme", options));
        Assert.Equal("[\"low\"]", RoundTrip<Level[]>(["low"], options));
        Assert.Equal("null", RoundTrip<Level?>(null, options));
        Assert.Equal("null", RoundTrip<Report?>(null, options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Owner(), options));
    }

    [Fact]
    public async Task A_contract_of_one_type_needs_no_options()
    {
        JsonTypeInfo<Report> contract = JsonModelResolver.GetTypeInfo<Report>();
        Report report = await GetAsync(Full, c => c.Reports.GetAsync());

        Report read = JsonSerializer.Deserialize(JsonSerializer.Serialize(report, contract), contract)!;

        Assert.Same(contract, JsonModelResolver.GetTypeInfo<Report>());
        Assert.Equal(Full, Unescape(JsonSerializer.Serialize(read, contract)));
        Assert.Equal(
            "$.parts[0].value",
            Assert
                .Throws<JsonException>(() =>
                    JsonSerializer.Deserialize(
                        """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","level":"low","state":null,"parts":[{"kind":"text","value":1}]}""",
                        contract
                    )
                )
                .Path
        );
    }

    private static string RoundTrip<T>(T value, JsonSerializerOptions options) =>
        Unescape(JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, options), options)!, options));

    // The serializer's default escapes what only HTML needs to be escaped.
    private static string Unescape(string json) => json.Replace("\\u002B", "+", StringComparison.Ordinal);

    private static async IAsyncEnumerable<T> Enumerate<T>(T item)
    {
        await Task.Yield();
        yield return item;
    }

    private static async Task<T> GetAsync<T>(string json, Func<CaseClient, Task<T>> call)
    {
        await using TestServer server = await TestServer.StartAsync(200, json);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        return await call(client);
    }

    /// <summary>Returns a value from a minimal API, and reads what came.</summary>
    /// <param name="resolver">The only resolver; null for the one with reflection.</param>
    private static async Task<string> ReturnAsync<T>(T value, IJsonTypeInfoResolver? resolver = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0));
        if (resolver is not null)
            builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolver = resolver);
        await using WebApplication app = builder.Build();
        app.MapGet("/", () => Results.Ok(value));
        await app.StartAsync();
        using HttpClient http = new();
        return Unescape(await http.GetStringAsync(app.Urls.Single()));
    }
}
