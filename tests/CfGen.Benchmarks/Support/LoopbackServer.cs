using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CfGen.Benchmarks.Support;

/// <summary>Kestrel on loopback, in a process of its own: its allocations are not those of the clients.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private const string Command = "serve";

    private readonly Process _process;

    private LoopbackServer(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>Starts the process, and waits for its URL.</summary>
    public static async Task<LoopbackServer> StartAsync()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LoopbackServer).Assembly.Location);
        start.ArgumentList.Add(Command);
        Process process = Process.Start(start)!;
        string? url = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        return new LoopbackServer(process, new Uri(url ?? throw new InvalidOperationException("The server did not start.")));
    }

    /// <summary>Runs the server in this process until the standard input ends.</summary>
    public static async Task ServeAsync()
    {
        byte[] body = Bodies.CreateScore(1);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            app.Run(async context =>
            {
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            });
            await app.StartAsync().ConfigureAwait(false);
            string url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            await Console.Out.WriteLineAsync(url).ConfigureAwait(false);
            await Console.In.ReadToEndAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
