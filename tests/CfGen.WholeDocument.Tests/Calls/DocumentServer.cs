using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>
/// A server on loopback that knows the document: it holds each request against the operation it is for, and responses from the schema.
/// </summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private const string Base = "/client/v4";

    private readonly WebApplication _app;
    private readonly RequestCheck _check;
    private ExpectedCall? _expected;

    private DocumentServer(WebApplication app, RequestCheck check)
    {
        _app = app;
        _check = check;
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>The problems of the requests since the last expectation.</summary>
    public List<string> Errors { get; } = [];

    public int RequestCount { get; private set; }

    public static async Task<DocumentServer> StartAsync(RawDocument document)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        DocumentServer server = new(app, new RequestCheck(document));
        app.Run(server.RespondAsync);
        await app.StartAsync();
        server.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + Base);
        return server;
    }

    public void Expect(ExpectedCall call)
    {
        _expected = call;
        Errors.Clear();
        RequestCount = 0;
    }

    /// <summary>
    /// Returns the media type that the server sends for a documented one. Some documented ones are not valid, such as 'string'.
    /// </summary>
    public static string ContentType(string documented) =>
        documented.Contains('/', StringComparison.Ordinal) ? documented.Replace("*", "png", StringComparison.Ordinal) : "text/plain";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        ExpectedCall expected = _expected!;
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (RequestCount++ == 0)
            Errors.AddRange(
                _check.FindErrors(
                    expected,
                    context.Request,
                    target[Base.Length..],
                    body.ToArray(),
                    await MultipartCheck.ReadAsync(context.Request.ContentType, body.ToArray())
                )
            );
        DocumentedResponse response = expected.Response;
        context.Response.StatusCode = response.Status;
        if (response.MediaType is null)
            return;
        context.Response.ContentType = ContentType(response.MediaType);
        if (!response.IsJsonBody)
        {
            await context.Response.Body.WriteAsync(expected.RawResponse);
            return;
        }

        // A second page is empty.
        if (RequestCount > 1)
            response.GetItems(expected.ResponseBody)?.Clear();
        await context.Response.WriteAsync(expected.ResponseBody?.ToJsonString() ?? "null");
    }
}

/// <summary>One call: what has to arrive, and what the server responds.</summary>
internal sealed record ExpectedCall(
    OperationMethod Method,
    DocumentedResponse Response,
    IReadOnlyDictionary<RawParameter, JsonNode?> Parameters,
    ExpectedBody? Body,
    JsonNode? ResponseBody,
    byte[] RawResponse
);

/// <summary>A body that has to arrive: JSON, parts, or bytes.</summary>
internal sealed record ExpectedBody(string MediaType, JsonNode? Json = null, List<FormPart>? Parts = null, byte[]? Raw = null);
