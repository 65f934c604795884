using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>An API of ASP.NET Core with what such APIs use, and its documents.</summary>
public sealed class ExampleApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ExampleApi(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = new("http://localhost");

    public static async Task<ExampleApi> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = typeof(ExampleApi).Assembly.GetName().Name }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddOpenApi("3.0", o => SetVersion(o, OpenApiSpecVersion.OpenApi3_0));
        builder.Services.AddOpenApi("3.1", o => SetVersion(o, OpenApiSpecVersion.OpenApi3_1));
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers().AddApplicationPart(typeof(ExampleApi).Assembly);
        WebApplication app = builder.Build();
        app.MapOpenApi();
        app.MapControllers();
        app.MapEchoes();
        app.MapParameters();
        app.MapResults();
        app.MapForms();
        await app.StartAsync();
        return new(app)
        {
            Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    // Both documents describe all endpoints, at whatever port the server is.
    private static void SetVersion(Microsoft.AspNetCore.OpenApi.OpenApiOptions options, OpenApiSpecVersion version)
    {
        options.OpenApiVersion = version;
        options.ShouldInclude = _ => true;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Servers = [];
                document.Info = new() { Title = "Example", Version = "1.0" };
                return Task.CompletedTask;
            }
        );
    }
}
