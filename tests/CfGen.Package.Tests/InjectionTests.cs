namespace CfGen.Package.Tests;

/// <summary>A web application with the packages whose container creates its clients.</summary>
public sealed class InjectionTests
{
    private const string Program = """
        using Acme.Cloudflare;
        using Microsoft.Extensions.Http.Resilience;

        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["CloudflareClient:BaseUrl"] = args[0];
        builder.Configuration["CloudflareClient:North:BaseUrl"] = args[0];
        builder.Services.AddCloudflareClient()
            .AddHttpMessageHandler(() => new Announcing())
            .AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods());
        builder.Services.AddKeyedCloudflareClient("north");
        builder.Services.AddKeyedCloudflareClient("south", options => (options.BaseUrl, options.ApiToken) = (new Uri(args[0]), "south"));
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/scores", async (
            CloudflareClient plain,
            [FromKeyedServices("north")] CloudflareClient north,
            [FromKeyedServices("south")] ICloudflareClient south) =>
        {
            const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
            const string User = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
            return string.Join(' ',
                (await plain.ZeroTrust.RiskScoring.GetAsync(Account, User)).Email,
                (await north.ZeroTrust.RiskScoring.GetAsync(Account, User)).Email,
                (await south.ZeroTrust.RiskScoring.GetAsync(Account, User)).Email);
        });
        await app.StartAsync();
        using HttpClient http = new();
        Console.WriteLine(await http.GetStringAsync(app.Urls.Single() + "/scores"));

        internal sealed class Announcing : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Console.WriteLine("handler");
                return base.SendAsync(request, cancellationToken);
            }
        }
        """;

    private const string Response = """
        {"success":true,"errors":[],"messages":[],"result":{"email":"ada@example.com","name":"Ada","events":[]}}
        """;

    [Fact]
    public async Task A_web_application_has_clients_with_and_without_keys_from_its_configuration()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """<PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.11.0" />"""
                + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" Interfaces="true" />""",
            "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            "Microsoft.NET.Sdk.Web"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("Program.cs", Program);
        (await consumer.BuildAsync()).Succeeded();

        await using LoopbackApi api = await LoopbackApi.StartAsync(Response);
        consumer.Write(
            "appsettings.json",
            """{ "CloudflareClient": { "ApiToken": "plain", "MaxRetries": 0, "North": { "ApiToken": "north", "Timeout": "00:00:30" } } }"""
        );
        Outcome run = (await consumer.RunAsync(api.Url)).Succeeded();
        Assert.Contains("handler\nada@example.com ada@example.com ada@example.com", run.Output, StringComparison.Ordinal);
        Assert.Equal(["plain", "north", "south"], api.Requests.Select(r => r[(r.LastIndexOf(' ') + 1)..]));

        consumer.Write("appsettings.json", """{ "CloudflareClient": { "ApiTokn": "plain" } }""");
        Outcome failed = (await consumer.RunAsync(api.Url)).Failed();
        Assert.Contains("CfGen.ApiOptionsException", failed.Output, StringComparison.Ordinal);
        Assert.Contains("'CloudflareClient:ApiTokn'", failed.Output, StringComparison.Ordinal);
        Assert.Equal(3, api.Requests.Count);
    }
}
