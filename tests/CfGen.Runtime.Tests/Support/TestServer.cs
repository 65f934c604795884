using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CfGen.Runtime.Tests.Support;

/// <summary>A request as the server received it.</summary>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
}

/// <summary>A real server on loopback that responds as a test wants, and misbehaves as it wants.</summary>
public sealed partial class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app) => _app = app;

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public string Url { get; private set; } = "";

    public ReceivedRequest SingleRequest => Assert.Single(Requests);

    public static async Task<TestServer> StartAsync(Func<HttpContext, Task> respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(System.Net.IPAddress.Loopback, 0);
            k.AddServerHeader = false;
        });
        WebApplication app = builder.Build();
        var server = new TestServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            server.Requests.Enqueue(
                new ReceivedRequest(context.Request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, body)
            );
            await respond(context);
        });
        await app.StartAsync();
        server.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public static Task<TestServer> StartAsync(
        int status,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) => StartAsync(context => RespondAsync(context, status, body, contentType, headers));

    /// <summary>One response after the other; the last one stays.</summary>
    public static Task<TestServer> StartAsync(params Func<HttpContext, Task>[] responses)
    {
        int next = -1;
        return StartAsync(context => responses[Math.Min(Interlocked.Increment(ref next), responses.Length - 1)](context));
    }

    public static async Task RespondAsync(
        HttpContext context,
        int status,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length == 0)
            return;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    }

    public static Func<HttpContext, Task> Respond(int status, string body, params (string Name, string Value)[] headers) =>
        context => RespondAsync(context, status, body, "application/json", headers);

    /// <summary>Announces more than it sends; Kestrel then closes the connection (Abort would also take back what was sent).</summary>
    public static async Task CutBody(HttpContext context)
    {
        context.Response.ContentLength = 10_000;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"success\":true,");
        await context.Response.Body.FlushAsync();
    }

    public static Task Disconnect(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Never responds.</summary>
    public static async Task NeverRespond(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    /// <summary>Sends the head and a first byte, then nothing.</summary>
    public static async Task StallBody(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync();
        await NeverRespond(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
