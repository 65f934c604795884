using System.Net;
using System.Text.Json.Nodes;

namespace CfGen.Prism.Tests;

/// <summary>Keeps the last response of the server, with what the server found wrong about the request.</summary>
public sealed class ExchangeRecorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public HttpStatusCode Status { get; private set; }

    /// <summary>The breaches of the document in the request.</summary>
    public IReadOnlyList<string> RequestViolations { get; private set; } = [];

    /// <summary>The breaches of the document in the response: Prism makes up some that have one.</summary>
    public IReadOnlyList<string> ResponseViolations { get; private set; } = [];

    public JsonObject Body { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Status = response.StatusCode;
        JsonArray violations = response.Headers.TryGetValues("sl-violations", out IEnumerable<string>? values)
            ? JsonNode.Parse(string.Join(", ", values))!.AsArray()
            : [];
        ILookup<string, string> byPlace = violations.ToLookup(v => v!["location"]![0]!.GetValue<string>(), v => v!.ToJsonString());
        RequestViolations = [.. byPlace["request"]];
        ResponseViolations = [.. byPlace["response"]];
        Assert.Equal(violations.Count, RequestViolations.Count + ResponseViolations.Count);
        Body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        return response;
    }
}
