using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace RiskScore;

/// <summary>
/// A small version of the API on loopback. It responds with the examples of the document and rejects requests that break the
/// document, in Cloudflare's envelope. A parameter example selects the response example of the same name. The accounts and users are those
/// of the document's examples; others do not exist.
/// </summary>
internal sealed class ExampleServer : IAsyncDisposable
{
    /// <summary>A token that the server accepts. It accepts every other token too.</summary>
    internal const string Token = "example-token";

    /// <summary>A token that is valid, and has no permission.</summary>
    internal const string TokenWithoutPermission = "example-token-without-permission";

    private const string BasePath = "/client/v4";
    private readonly WebApplication _app;

    private ExampleServer(WebApplication app, Uri baseUrl)
    {
        _app = app;
        BaseUrl = baseUrl;
    }

    /// <summary>The base URL for clients, in place of the document's server URL.</summary>
    internal Uri BaseUrl { get; }

    internal static async Task<ExampleServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        ExampleDocument document = ExampleDocument.Load();
        WebApplication app = builder.Build();
        app.Run(context => HandleAsync(document, context));
        await app.StartAsync();
        return new ExampleServer(app, new Uri(app.Urls.First() + BasePath));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task HandleAsync(ExampleDocument document, HttpContext context)
    {
        ExampleResponse response;
        try
        {
            response = await CreateResponseAsync(document, context.Request);
        }
        catch (RefusalException refusal)
        {
            response = new ExampleResponse(refusal.Status, CreateErrorBody(refusal.Code, refusal.Message, refusal.Pointer));
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["cf-ray"] = "0000000000000000-XXX";
        await context.Response.WriteAsync(response.Body.ToJsonString(), context.RequestAborted);
    }

    private static async Task<ExampleResponse> CreateResponseAsync(ExampleDocument document, HttpRequest request)
    {
        // Uses the raw target: in the decoded path an encoded slash looks like a separator.
        string target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string path = target.Split('?')[0];
        ExampleMatch match =
            (
                path.StartsWith(BasePath + "/", StringComparison.Ordinal)
                    ? document.FindOperation(request.Method, path[BasePath.Length..])
                    : null
            ) ?? throw CreateRouteRefusal(path);
        if (match.Operation is not { } operation)
            throw new RefusalException(405, 10405, "Method not allowed for this path.");

        CheckCredentials(request.Headers);
        string? example = null;
        bool isKnownAccount = true;
        foreach (JsonObject parameter in document.GetParameters(match))
        {
            string name = parameter["name"]!.GetValue<string>();
            string? value = parameter["in"]!.GetValue<string>() switch
            {
                "path" => match.PathValues[name],
                "query" => request.Query[name].FirstOrDefault(),
                "header" => request.Headers[name].FirstOrDefault(),
                _ => null,
            };
            if (value is null && parameter["required"]?.GetValue<bool>() == true)
                throw new RefusalException(400, 1001, $"{name} is required.");
            if (value is not null)
                ExampleValidation.ValidateText(document, value, parameter["schema"]!, name);
            example ??= ExampleDocument.FindExampleName(parameter, value);
            if (name == "account_id")
                isKnownAccount = value == parameter["example"]!.GetValue<string>();
            else if (name == "user_id")
                example ??= ExampleDocument.UnknownUser;
        }

        if (ExampleDocument.GetBodySchema(operation) is { } schema)
            ExampleValidation.ValidateBody(document, await ReadBodyAsync(request), schema, "");

        if (request.Headers.Authorization == "Bearer " + TokenWithoutPermission)
            throw new RefusalException(403, 10000, "Authentication error");
        return isKnownAccount ? document.GetResponse(operation, example) : throw CreateRouteRefusal(path);
    }

    // The words of the API, for a path as for an account that does not exist.
    private static RefusalException CreateRouteRefusal(string path) =>
        new(404, 7003, $"Could not route to {path}, perhaps your object identifier is invalid?");

    private static async Task<JsonNode?> ReadBodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            throw new RefusalException(400, 1002, "The body is not JSON.");
        }
    }

    // Accepts any token, or any email together with any key.
    private static void CheckCredentials(IHeaderDictionary headers)
    {
        string authorization = headers.Authorization.ToString();
        string email = headers["X-Auth-Email"].ToString();
        string key = headers["X-Auth-Key"].ToString();
        if (authorization.Length > 0)
        {
            if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(authorization[7..]))
                throw new RefusalException(400, 6003, "Invalid request headers: the format of Authorization");
            return;
        }

        if (email.Length == 0 && key.Length == 0)
            throw new RefusalException(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
        if (email.Length == 0)
            throw new RefusalException(400, 9106, "Missing X-Auth-Email header");
        if (key.Length == 0)
            throw new RefusalException(400, 9106, "Missing X-Auth-Key header");
        if (!email.Contains('@', StringComparison.Ordinal))
            throw new RefusalException(400, 6003, "Invalid request headers: the format of X-Auth-Email");
    }

    private static JsonObject CreateErrorBody(int code, string message, string? pointer)
    {
        JsonObject error = new() { ["code"] = code, ["message"] = message };
        if (pointer is not null)
            error["source"] = new JsonObject { ["pointer"] = pointer };
        return new()
        {
            ["success"] = false,
            ["errors"] = new JsonArray(error),
            ["messages"] = new JsonArray(),
            ["result"] = null,
        };
    }
}
