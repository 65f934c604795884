using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CfGen.Package.Tests;

/// <summary>A server of a page, a server of the API that the page calls across origins, and the browser that opens the page.</summary>
internal sealed class BrowserServers : IAsyncDisposable
{
    private const string Success =
        """{"success":true,"errors":[],"messages":[],"result":{"email":"ada@example.com","name":"Ada","events":[]}}""";
    private const string Failure =
        """{"success":false,"errors":[{"code":1404,"message":"There is no such user."}],"messages":[],"result":null}""";

    private readonly TaskCompletionSource<string> _report = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _calls = [];
    private readonly WebApplication _page = CreateServer();
    private readonly WebApplication _api = CreateServer();
    private int _busyCount;

    private BrowserServers() { }

    /// <summary>Method, path and Authorization of each call of the API, without those that only ask whether a call is allowed.</summary>
    internal IReadOnlyList<string> Calls => _calls;

    internal static async Task<BrowserServers> StartAsync(string folder)
    {
        BrowserServers servers = new();
        servers._api.Run(servers.RespondAsync);
        await servers._api.StartAsync();
        PhysicalFileProvider files = new(folder);
        servers._page.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        servers._page.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true });
        servers._page.Run(servers.ServePageAsync);
        await servers._page.StartAsync();
        return servers;
    }

    /// <summary>Opens the page in headless Chromium and waits for the lines that it reports.</summary>
    internal async Task<string[]> OpenPageAsync(string profile)
    {
        ProcessStartInfo start = new(
            "chromium",
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile,
                _page.Urls.First(),
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        StringBuilder log = new();
        using Process browser = new() { StartInfo = start };
        browser.OutputDataReceived += (_, line) => Append(line.Data);
        browser.ErrorDataReceived += (_, line) => Append(line.Data);
        browser.Start();
        browser.BeginOutputReadLine();
        browser.BeginErrorReadLine();
        try
        {
            return (await _report.Task.WaitAsync(TimeSpan.FromMinutes(5))).Split('\n');
        }
        catch (TimeoutException)
        {
            lock (log)
                Assert.Fail($"The page reported nothing.\n{log}");
            throw;
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }

        void Append(string? line)
        {
            lock (log)
                log.Append(line).Append('\n');
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _api.DisposeAsync();
    }

    private static WebApplication CreateServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private async Task ServePageAsync(HttpContext context)
    {
        if (context.Request.Path == "/api-url")
        {
            await context.Response.WriteAsync(_api.Urls.First() + "/client/v4");
        }
        else if (context.Request.Path == "/report")
        {
            using StreamReader reader = new(context.Request.Body);
            _report.TrySetResult(await reader.ReadToEndAsync());
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task RespondAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowHeaders = "authorization"; // and no other: more would be refused
        response.Headers.AccessControlExposeHeaders = "Content-Encoding, Retry-After";
        if (context.Request.Method == "OPTIONS")
            return Task.CompletedTask;
        string path = context.Request.Path;
        lock (_calls)
            _calls.Add($"{context.Request.Method} {path} {context.Request.Headers.Authorization}");
        response.ContentType = "application/json";
        switch (path.Split('/')[4])
        {
            case "missing":
                response.StatusCode = StatusCodes.Status404NotFound;
                return response.WriteAsync(Failure);
            case "moved":
                response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                response.Headers.Location = path.Replace("/moved/", "/there/", StringComparison.Ordinal);
                return Task.CompletedTask;
            case "busy" when Interlocked.Increment(ref _busyCount) % 2 == 1:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                response.Headers.RetryAfter = "0";
                return Task.CompletedTask;
            case "gzip":
                response.Headers.ContentEncoding = "gzip";
                using (MemoryStream compressed = new())
                {
                    using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
                        gzip.Write(Encoding.UTF8.GetBytes(Success));
                    return response.Body.WriteAsync(compressed.ToArray()).AsTask();
                }
            default:
                return response.WriteAsync(
                    context.Request.Method == "POST" ? """{"success":true,"errors":[],"messages":[],"result":null}""" : Success
                );
        }
    }
}
