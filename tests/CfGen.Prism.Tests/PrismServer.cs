using System.Diagnostics;
using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;
using CfGen.Prism.Tests.Cloudflare;
using Xunit.Abstractions;

namespace CfGen.Prism.Tests;

/// <summary>
/// Prism as a mock of the document, from the program that <c>CFGEN_PRISM</c> names. Where the variable is not set, the tests say so and
/// pass; where it is, the program has to start.
/// </summary>
public sealed partial class PrismServer : IAsyncLifetime, IDisposable
{
    private readonly List<string> _output = [];
    private Process? _process;
    private Uri? _url;

    public static string DocumentPath { get; } = Path.Combine(SharedFolder.RepositoryRoot, "specs", "zero-trust-risk-scoring.yaml");

    /// <summary>Gets the URL of the server; null where there is none, after saying so.</summary>
    public Uri? Find(ITestOutputHelper output)
    {
        if (_url is null)
            output.WriteLine("Skipped: CFGEN_PRISM does not name the program prism of the npm package @stoplight/prism-cli.");
        return _url;
    }

    /// <summary>Creates a client whose exchanges are recorded.</summary>
    public static CloudflareClient CreateClient(Uri url, ExchangeRecorder recorder, Action<CloudflareClientOptions>? credentials = null)
    {
        CloudflareClientOptions options = new()
        {
            BaseUrl = url,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
        };
        if (credentials is null)
            options.ApiToken = "a-token";
        else
            credentials(options);
        return new CloudflareClient(recorder, options);
    }

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CFGEN_PRISM") is not { Length: > 0 } program)
            return;
        // Port 0 is any free port. Without --errors, a response that Prism makes up in breach of the document comes as it is.
        ProcessStartInfo start = new(program, ["mock", "--host", "127.0.0.1", "--port", "0", DocumentPath])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1" },
        };
        TaskCompletionSource<Uri> url = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Read(e.Data, url);
        _process.ErrorDataReceived += (_, e) => Read(e.Data, url);
        _process.Exited += (_, _) => url.TrySetException(new InvalidOperationException("Prism ended: " + GetOutput()));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _url = await url.Task;
        using HttpClient http = new();
        using HttpResponseMessage ready = await http.GetAsync(_url);
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process?.Dispose();

    private void Read(string? line, TaskCompletionSource<Uri> url)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            url.TrySetResult(new Uri(match.Groups[1].Value));
    }

    private string GetOutput()
    {
        lock (_output)
            return string.Join('\n', _output);
    }

    [GeneratedRegex(@"listening on (http://127\.0\.0\.1:[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ListeningLine();
}
