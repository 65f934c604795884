using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Servers without a host, with variables, and those that are none.</summary>
public class ServerTests
{
    [Fact]
    public async Task A_server_without_a_host_is_below_the_host_of_the_options()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using RelativeServer.CaseClient client = new(server.CreateOptions<RelativeServer.CaseClientOptions>());
        RelativeServer.CaseClientOptions elsewhere = server.CreateOptions<RelativeServer.CaseClientOptions>();
        elsewhere.BaseUrl = new Uri(server.Url + "/proxy/");
        using RelativeServer.CaseClient proxied = new(elsewhere);

        await client.User.GetAsync();
        await client.Files.GetAsync();
        await proxied.User.GetAsync();

        Assert.Equal(["/api/v2/user", "/files/v1/files", "/proxy/user"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task Without_a_host_the_exception_names_the_path()
    {
        using RelativeServer.CaseClient client = new(new RelativeServer.CaseClientOptions());

        ApiConnectionException fault = await Assert.ThrowsAsync<ApiConnectionException>(() => client.User.GetAsync());

        Assert.Contains("CaseClientOptions.BaseUrl", fault.Message, StringComparison.Ordinal);
        Assert.Contains("The document's server '/api/v2' has no host", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "https://us.example.com/v1/system/task")]
    [InlineData("eu", "v2", "https://eu.example.com/v2/system/task")]
    public async Task Variables_of_a_server_are_options(string? region, string? version, string url)
    {
        using RecordingHandler handler = new();
        using ServerVariables.CaseClient client = new(handler, new() { Region = region, Version = version });

        await Assert.ThrowsAsync<ApiNotFoundException>(() => client.System.TaskAsync());

        Assert.Equal([url], handler.Urls);
    }

    [Fact]
    public async Task A_variable_holds_for_the_servers_of_operations_too()
    {
        using RecordingHandler handler = new();
        using ServerVariables.CaseClient client = new(handler, new() { Region = "eu", Folder = "out" });

        await Assert.ThrowsAsync<ApiNotFoundException>(() => client.Upload.GetAsync());

        Assert.Equal(["https://eu.upload.example.com/out/upload"], handler.Urls);
    }

    [Fact]
    public void A_value_that_the_document_does_not_allow_is_no_option()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new ServerVariables.CaseClientOptions { Region = "mars" });

        Assert.Contains("Region must be one of these values of the document: us, eu.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parameters_of_a_host_are_options()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{}");
        using ParameterizedHost.CaseClient client = new(
            new ParameterizedHost.CaseClientOptions { Endpoint = server.Url + "/", ApiVersion = "v1.1" }
        );
        using ParameterizedHost.CaseClient incomplete = new(new ParameterizedHost.CaseClientOptions());

        await client.Detect.GetAsync();
        ApiConnectionException fault = await Assert.ThrowsAsync<ApiConnectionException>(() => incomplete.Detect.GetAsync());

        Assert.Equal("/anomalydetector/v1.1/detect", server.SingleRequest.Target);
        Assert.Contains("CaseClientOptions.Endpoint is not set", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_server_costs_nothing_but_itself()
    {
        await using TestServer server = await TestServer.StartAsync(200, "\"ok\"");
        using LegacyHostPort.CaseClient legacy = new(server.CreateOptions<LegacyHostPort.CaseClientOptions>());
        using RecordingHandler handler = new();
        using ServersOfTexts.CaseClient texts = new(handler, new());
        using ServerVariableText.CaseClient variable = new(handler, new());

        Assert.Equal("ok", await legacy.A.GetAsync());
        await Assert.ThrowsAsync<ApiNotFoundException>(() => texts.A.GetAsync());
        await Assert.ThrowsAsync<ApiNotFoundException>(() => variable.A.GetAsync());

        Assert.Equal("/a", server.SingleRequest.Target);
        Assert.Equal(["https://x.example/a", "https://x.example/a"], handler.Urls);
    }

    /// <summary>Responds with 404, which is not tried again, and keeps the URLs.</summary>
    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<string> Urls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Urls.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        }
    }
}
