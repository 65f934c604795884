using System.Globalization;
using System.IO.Compression;
using System.Text;
using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests.Updating;

/// <summary>Responses of a loopback server that are no document. Each leaves every file as it is.</summary>
public sealed class FetchTests : IDisposable
{
    private const string Old = "openapi: 3.0.3\ninfo:\n  title: Pets\npaths:\n  /pets: {}\n";
    private const string New = "openapi: 3.0.3\ninfo:\n  title: Pets\npaths:\n  /pets: {}\n  /cats: {}\n";

    private readonly LoopbackServer _server = new();
    private readonly Project _project = new();

    public FetchTests()
    {
        _project.Write("api.yaml", Old);
        _project.With("api.yaml", ("SourceUrl", _server.Url + "/api"));
    }

    public void Dispose()
    {
        // Nothing but a successful replacement writes: no test of this class replaces.
        Assert.Equal(Old, File.ReadAllText(_project.PathOf("api.yaml")));
        _server.Dispose();
        _project.Dispose();
    }

    public static TheoryData<string, string, string> WrongResponses =>
        new()
        {
            { "<!DOCTYPE html><title>Sign in</title>", "text/html; charset=utf-8", "it is a web page" },
            { New, "text/html", "it is a web page" },
            { "  \n<html>", "application/json", "it is a web page" },
            { "<?xml version='1.0'?><a/>", "application/xml", "it is neither JSON nor YAML" },
            { "", "application/json", "it is empty" },
            { " \n\t ", "application/yaml", "it is empty" },
            { "\u0089PNG\0\0", "application/octet-stream", "it is neither JSON nor YAML" },
            { New, "image/png", "it is neither JSON nor YAML" },
            { """{ "error": "unauthorized", "openapi2": 1 }""", "application/json", "it has no member 'openapi' or 'swagger'" },
            { "not: a document\nchild:\n  openapi: 3.0.0\n", "text/plain", "it has no member 'openapi' or 'swagger'" },
            { "Not found", "text/plain", "it has no member 'openapi' or 'swagger'" },
            { """{ "openapi": "3.0.0", "paths": { "/pets": {}""", "application/json", "its JSON ends too early" },
            { "openapi: 3.0.0\ninfo:\n  title: Bank\npaths:\n  /accounts: {}\n", "application/yaml", "another API" },
        };

    [Theory]
    [MemberData(nameof(WrongResponses))]
    public void A_response_that_is_not_the_document_is_named(string body, string contentType, string reason)
    {
        _server.On("/api", body, contentType);
        BuildErrorEventArgs error = Run().Error;
        Assert.Equal("CFG2083", error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        if (reason != "another API")
            Assert.Contains($"status 200 and content type '{contentType}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", "status 404")]
    [InlineData("500 Internal Server Error", "status 500")]
    [InlineData("206 Partial Content", "status 206")]
    [InlineData("304 Not Modified", "status 304")]
    public void A_status_other_than_200_is_named(string status, string reason)
    {
        _server.Fail("/api", status);
        BuildErrorEventArgs error = Run().Error;
        Assert.Equal("CFG2082", error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(_server.Url + "/api", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com/api.yaml", "http://example.com/api.yaml")]
    [InlineData("https://example.com/api.yaml?token=abc", "https://example.com/api.yaml'")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd")]
    public void A_redirect_away_from_this_machine_is_not_followed(string target, string shown)
    {
        _server.Redirect("/api", target);
        BuildErrorEventArgs error = Run().Error;
        Assert.Equal("CFG2082", error.Code);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirects_end_after_ten()
    {
        for (int i = 0; i < 20; i++)
            _server.Redirect("/" + i, "/" + (i + 1));
        _server.Redirect("/api", "/0");
        Assert.Contains("more than 10 times", Run().Error.Message, StringComparison.Ordinal);
        Assert.Equal(11, _server.Requests.Count);
    }

    [Fact]
    public void Headers_go_to_the_server_of_the_project_and_to_no_other()
    {
        using LoopbackServer other = new();
        other.On("/moved", New);
        _server.Redirect("/api", "/here").Redirect("/here", other.Url + "/moved");
        Update update = Run(f => f.Headers = "Authorization: Bearer secret-value");
        Assert.True(update.Fetch.HasChanges);
        Assert.Equal(2, _server.Requests.Count);
        Assert.All(_server.Requests, r => Assert.Contains("Authorization: Bearer secret-value", r, StringComparison.Ordinal));
        Assert.DoesNotContain("secret-value", Assert.Single(other.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", update.Engine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_body_ends_at_the_limit()
    {
        long sent = 0;
        _server.On(
            "/api",
            async (_, stream) =>
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/yaml\r\nConnection: close\r\n\r\n")
                );
                byte[] part = Encoding.ASCII.GetBytes(new string('a', 4096));
                for (; ; sent += part.Length)
                    await stream.WriteAsync(part);
            }
        );
        BuildErrorEventArgs error = Run(f => f.MaxSize = "100000").Error;
        Assert.Equal("CFG2082", error.Code);
        Assert.Contains("more than 100000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void A_body_that_grows_when_it_is_expanded_ends_at_the_limit(string encoding)
    {
        byte[] bomb = Compress(new byte[20_000_000], encoding);
        Assert.True(bomb.Length < 100_000);
        _server.On("/api", (_, stream) => LoopbackServer.WriteAsync(stream, "200 OK", bomb, $"Content-Encoding: {encoding}\r\n"));
        Assert.Contains("more than 1000000 bytes", Run(f => f.MaxSize = "1000000").Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_is_that_of_all_files_together()
    {
        string text = New + "components: { $ref: 'part.yaml#/a' }\n" + new string('#', 600);
        _server.On("/api", text).On("/part.yaml", "a: 1\n" + new string('#', 600));
        Assert.Contains("more than 1000 bytes", Run(f => f.MaxSize = "1000").Error.Message, StringComparison.Ordinal);
        Assert.True(Run(f => f.MaxSize = "2000").Fetch.HasChanges);
    }

    [Fact]
    public void A_body_that_does_not_come_ends_at_the_limit_of_time()
    {
        using CancellationTokenSource end = new();
        _server.On(
            "/api",
            async (_, stream) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nopenapi"));
                await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        );
        BuildErrorEventArgs error = Run(f => f.Timeout = "1").Error;
        end.Cancel();
        Assert.Equal("CFG2082", error.Code);
        Assert.Contains("longer than 1 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_ends_too_early_is_not_fetched()
    {
        _server.On(
            "/api",
            (_, stream) => stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + New)).AsTask()
        );
        Assert.Equal("CFG2082", Run().Error.Code);
    }

    [Fact]
    public void A_compressed_body_that_ends_too_early_is_not_fetched()
    {
        byte[] whole = Compress(
            Encoding.UTF8.GetBytes(New + string.Concat(Enumerable.Range(0, 5000).Select(i => $"# {i * 7919}\n"))),
            "gzip"
        );
        _server.On(
            "/api",
            (_, stream) => LoopbackServer.WriteAsync(stream, "200 OK", whole[..(whole.Length / 2)], "Content-Encoding: gzip\r\n")
        );
        Assert.Equal("CFG2082", Run().Error.Code);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public void A_compression_that_was_not_asked_for_is_named(string encoding)
    {
        _server.On("/api", New, headers: $"Content-Encoding: {encoding}\r\n");
        Assert.Contains(encoding, Run().Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("zlib")]
    public void A_compressed_body_is_expanded(string encoding)
    {
        byte[] body = Compress(Encoding.UTF8.GetBytes(New), encoding);
        string name = encoding == "zlib" ? "deflate" : encoding;
        _server.On("/api", (_, stream) => LoopbackServer.WriteAsync(stream, "200 OK", body, $"Content-Encoding: {name}\r\n"));
        Assert.Equal(New, File.ReadAllText(Assert.Single(Run().Fetch.ChangedFiles).ItemSpec));
    }

    [Fact]
    public void A_server_that_does_not_respond_is_named()
    {
        using Project project = new();
        LoopbackServer gone = new();
        project.With("api.yaml", ("SourceUrl", gone.Url + "/api"));
        gone.Dispose();
        BuildErrorEventArgs error = Update.Run(project).Error;
        Assert.Equal("CFG2082", error.Code);
        Assert.Contains(gone.Url, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxSize", "many")]
    [InlineData("MaxSize", "0")]
    [InlineData("Timeout", "-1")]
    [InlineData("Timeout", "1.5")]
    public void A_limit_that_is_not_a_number_is_named(string property, string value)
    {
        BuildErrorEventArgs error = Run(f =>
        {
            if (property == "Timeout")
                f.Timeout = value;
            else
                f.MaxSize = value;
        }).Error;
        Assert.Equal("CFG2089", error.Code);
        Assert.Contains($"CfGenUpdate{property} is '{value}'", error.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    private Update Run(Action<CfGen.Tasks.Updating.FetchDocuments>? set = null) => Update.Run(_project, set);

    private static byte[] Compress(byte[] content, string encoding)
    {
        using MemoryStream compressed = new();
        using (
            Stream stream = encoding switch
            {
                "gzip" => new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
                "zlib" => new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
                _ => new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            }
        )
            stream.Write(content);
        return compressed.ToArray();
    }
}
