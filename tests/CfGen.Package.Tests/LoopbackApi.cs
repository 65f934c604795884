using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CfGen.Package.Tests;

/// <summary>A server that gives every request one response and keeps what was asked.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackApi(WebApplication app, List<string> requests)
    {
        _app = app;
        Requests = requests;
    }

    /// <summary>Method, path and Authorization of each request.</summary>
    internal IReadOnlyList<string> Requests { get; }

    internal string Url => _app.Urls.First() + "/client/v4";

    internal static async Task<LoopbackApi> StartAsync(string response)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        List<string> requests = [];
        app.Run(async context =>
        {
            lock (requests)
                requests.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization}");
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(response);
        });
        await app.StartAsync();
        return new LoopbackApi(app, requests);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
