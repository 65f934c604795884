namespace CfGen.Package.Tests;

/// <summary>A page of Blazor WebAssembly builds and publishes without a warning, and its client calls from a browser.</summary>
public sealed class BlazorTests
{
    private const string Start = """
        using Acme;
        using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

        var builder = WebAssemblyHostBuilder.CreateDefault(args);
        builder.RootComponents.Add<App>("#app");
        await builder.Build().RunAsync();
        """;

    private const string App = """
        @inject Microsoft.AspNetCore.Components.NavigationManager Navigation
        <p>@_text</p>
        @code {
            private string _text = "waiting";
            protected override async Task OnInitializedAsync()
            {
                await Checks.RunAsync(new Uri(Navigation.BaseUri));
                _text = "done";
            }
        }
        """;

    private const string Checks = """
        using Acme.Cloudflare;
        using CfGen;

        namespace Acme;

        public static class Checks
        {
            public static async Task RunAsync(Uri page)
            {
                using HttpClient http = new();
                Uri api = new(await http.GetStringAsync(new Uri(page, "api-url")));
                CloudflareClientOptions options = new() { BaseUrl = api, ApiToken = "secret" };
                using CloudflareClient own = new(options);
                using CloudflareClient borrowed = new(http, options);
                using CloudflareClient handled = new(new HttpClientHandler(), options, disposeHandler: true);
                Guid id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
                List<string> lines = [];
                foreach (CloudflareClient client in (CloudflareClient[])[own, borrowed, handled])
                {
                    foreach (string account in (string[])["there", "missing", "moved", "busy", "gzip"])
                        await CheckAsync(account, async () => (await client.ZeroTrust.RiskScoring.GetAsync(account, id)).Email);
                    await CheckAsync("post", async () => (await client.ZeroTrust.RiskScoring.ResetAsync("there", id))?.ToString() ?? "null");
                }
                await http.PostAsync(new Uri(page, "report"), new StringContent(string.Join('\n', lines)));

                async Task CheckAsync(string name, Func<Task<string>> call)
                {
                    try
                    {
                        lines.Add($"{name}: {await call()}");
                    }
                    catch (ApiNotFoundException e)
                    {
                        lines.Add($"{name}: {e.Errors[0].Code}");
                    }
                    catch (Exception e)
                    {
                        lines.Add($"{name}: {e}");
                    }
                }
            }
        }
        """;

    private const string Page = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8" /><base href="/" /></head>
        <body><div id="app"></div><script src="_framework/blazor.webassembly.js"></script></body></html>
        """;

    [Fact]
    public async Task A_published_page_calls_from_the_browser()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                // The version of the SDK's own runtime.
                + """<PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="$(BundledNETCoreAppPackageVersion)" />"""
                + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" />""",
            """
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <CompressionEnabled>false</CompressionEnabled>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """,
            "Microsoft.NET.Sdk.BlazorWebAssembly"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("Program.cs", Start);
        consumer.Write("App.razor", App);
        consumer.Write("Checks.cs", Checks);
        consumer.Write("wwwroot/index.html", Page);
        Outcome published = (await consumer.PublishAsync()).Succeeded();
        Assert.Empty(published.Lines("warning "));

        await using BrowserServers servers = await BrowserServers.StartAsync(consumer.PathOf("out/wwwroot"));
        string[] report = await servers.OpenPageAsync(consumer.PathOf("profile"));

        string[] expected =
        [
            "there: ada@example.com",
            "missing: 1404",
            "moved: ada@example.com",
            "busy: ada@example.com",
            "gzip: ada@example.com",
            "post: null",
        ];
        Assert.Equal([.. expected, .. expected, .. expected], report);
        Assert.Equal(3 * (expected.Length + 2), servers.Calls.Count); // a redirect and a retry more
        Assert.All(servers.Calls, call => Assert.EndsWith(" Bearer secret", call, StringComparison.Ordinal));
    }
}
