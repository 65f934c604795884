using System.Globalization;
using Xunit.Abstractions;

namespace CfGen.Package.Tests;

/// <summary>Ahead of time: no warning, what is not called is not there, and a call costs little over a bare HttpClient.</summary>
public sealed class AotTests(ITestOutputHelper output)
{
    // docs/design/measurements.md has the figure and what it is made of.
    private const long MostOverBare = 800_000;

    private const string Bare = """
        using HttpClient http = new() { BaseAddress = new Uri(args[0] + "/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        string response = await http.GetStringAsync("accounts/023e105f4ecef8ad9ca31a8372d0c353/zt_risk_scoring/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Console.WriteLine(response.Contains("ada@example.com", StringComparison.Ordinal) ? "ada@example.com" : "nobody");
        """;

    private const string One = """
        using Acme.Cloudflare;

        using CloudflareClient client = new(new CloudflareClientOptions { BaseUrl = new Uri(args[0]), ApiToken = "secret" });
        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync("023e105f4ecef8ad9ca31a8372d0c353", "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Console.WriteLine($"{score.Email} {score.RiskLevel?.AsKnown} {score.Events.Count}");
        """;

    private const string Injected = """
        using Acme.Cloudflare;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["CloudflareClient:BaseUrl"] = args[0];
        builder.Configuration["CloudflareClient:ApiToken"] = "secret";
        builder.Configuration["CloudflareClient:Timeout"] = "00:00:30";
        builder.Services.AddCloudflareClient();
        using IHost host = builder.Build();
        await host.StartAsync();
        CloudflareClient client = host.Services.GetRequiredService<CloudflareClient>();
        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync("023e105f4ecef8ad9ca31a8372d0c353", "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Console.WriteLine($"{score.Email} {score.RiskLevel?.AsKnown} {score.Events.Count}");
        await host.StopAsync();
        """;

    private const string HostPackages = """
        <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.12" />
        <PackageReference Include="Microsoft.Extensions.Http" Version="10.0.12" />
        """;

    // The server gives one response to all: ten of these end with an exception that says what is wrong with it, or with values of their
    // own.
    private const string Eleven = """
        using System.Text.Json;
        using Acme.Cloudflare;
        using CfGen;

        using CloudflareClient client = new(new CloudflareClientOptions { BaseUrl = new Uri(args[0]), ApiToken = "secret", ResponseValidation = ResponseValidation.Lenient });
        const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
        Guid id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        var scoring = client.ZeroTrust.RiskScoring;
        RiskScoringGetResponse score = await scoring.GetAsync(Account, id);
        Console.WriteLine($"{score.Email} {score.RiskLevel?.AsKnown} {score.Events.Count}");
        var contract = JsonModelResolver.GetTypeInfo<RiskScoringGetResponse>();
        RiskScoringGetResponse cached = JsonSerializer.Deserialize(JsonSerializer.Serialize(score, contract), contract)!;
        var options = new JsonSerializerOptions { TypeInfoResolver = new JsonModelResolver().Add<Event>().AddEnum<RiskLevel>() };
        var events = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<IReadOnlyList<Event>>)options.GetTypeInfo(typeof(IReadOnlyList<Event>));
        if (JsonSerializer.Serialize(cached.Events, events) != JsonSerializer.Serialize(score.Events, events) || cached.Email != score.Email)
            throw new InvalidOperationException("The cached result differs.");
        Console.WriteLine((await scoring.ResetAsync(Account, id))?.ValueKind);
        Console.WriteLine((await scoring.Behaviours.GetAsync(Account)).ToString());
        Console.WriteLine((await scoring.Behaviours.UpdateAsync(Account, new BehavioursUpdateRequest
        {
            Behaviors = new Dictionary<string, BehaviorSetting> { ["imp_travel"] = new() { Enabled = true, RiskLevel = RiskLevel.High } },
        })).ToString());
        Console.WriteLine((await scoring.Summary.GetAsync(Account, new SummaryGetParameters { PerPage = 2 }).GetPageAsync()).Items.Count);
        Console.WriteLine((await scoring.Integrations.ListAsync(Account).GetPageAsync()).Items.Count);
        Console.WriteLine((await scoring.Integrations.CreateAsync(Account, new IntegrationsCreateRequest { IntegrationType = IntegrationType.Okta, TenantUrl = new Uri("https://tenant.okta.com") })).ToString());
        Console.WriteLine((await scoring.Integrations.GetAsync(Account, id)).ToString());
        Console.WriteLine((await scoring.Integrations.UpdateAsync(Account, id, new IntegrationsUpdateRequest { Active = true, TenantUrl = new Uri("https://tenant.okta.com") })).ToString());
        Console.WriteLine((await scoring.Integrations.DeleteAsync(Account, id))?.ValueKind);
        Console.WriteLine((await scoring.Integrations.References.GetAsync(Account, "okta-production")).ToString());
        """;

    private static readonly string s_client =
        Consumer.Reference + """<OpenApiClient Include="specs/api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" />""";

    private const string Response = """
        {"success":true,"errors":[],"messages":[],"result":{"email":"ada@example.com","name":"Ada","risk_level":"high",
        "events":[{"id":"1","name":"n","risk_level":"low","timestamp":"2019-12-27T18:11:19.117Z"}]}}
        """;

    [Fact]
    public async Task Programs_publish_without_a_warning_run_and_hold_what_they_call()
    {
        long bare = await PublishAsync("bare HttpClient", Bare, "", "ada@example.com", requests: 1);
        long one = await PublishAsync("one operation", One, s_client, "ada@example.com High 1", requests: 1);
        long eleven = await PublishAsync("eleven operations", Eleven, s_client, "ada@example.com High 1", requests: 11);

        Assert.True(one < eleven, $"One operation makes {one} bytes, eleven make {eleven}: nothing was trimmed.");
        Assert.True(one - bare <= MostOverBare, $"One operation makes {one} bytes, {one - bare} over {bare} of a bare HttpClient.");
    }

    [Fact]
    public async Task A_host_with_a_client_publishes_without_a_warning_and_runs() =>
        await PublishAsync(
            "one operation of a client that a container creates",
            Injected,
            s_client + HostPackages,
            "ada@example.com High 1",
            requests: 1
        );

    private async Task<long> PublishAsync(string name, string program, string items, string expected, int requests)
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            items,
            """
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <RuntimeIdentifier>$(NETCoreSdkRuntimeIdentifier)</RuntimeIdentifier>
            <PublishAot>true</PublishAot>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """
        );
        consumer.Write("specs/api.yaml", Consumer.Specification);
        consumer.Write("Program.cs", program);

        Outcome published = (await consumer.PublishAsync()).Succeeded();
        Assert.Empty(published.Lines("warning "));

        await using LoopbackApi api = await LoopbackApi.StartAsync(Response);
        Outcome run = (await consumer.RunPublishedAsync(api.Url)).Succeeded();
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Equal(requests, api.Requests.Count);
        Assert.All(api.Requests, r => Assert.EndsWith(" Bearer secret", r, StringComparison.Ordinal));

        long size = new FileInfo(consumer.PathOf("out/Acme" + (OperatingSystem.IsWindows() ? ".exe" : ""))).Length;
        output.WriteLine($"{name}: {size.ToString("N0", CultureInfo.InvariantCulture)} bytes");
        return size;
    }
}
