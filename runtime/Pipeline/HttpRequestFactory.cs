using System.Net;
using System.Net.Http.Headers;
using CfGen.CodeGen;
using CfGen.Pipeline.Hooks;
using CfGen.Pipeline.Parameters;

namespace CfGen.Pipeline;

/// <summary>Creates the HTTP request of an attempt.</summary>
internal static class HttpRequestFactory
{
    private const string DefaultIdempotencyHeader = "Idempotency-Key";

    /// <summary>Creates the HTTP request to a target: the URL of the request, or that of a redirect.</summary>
    /// <param name="prepared">The request.</param>
    /// <param name="message">The attempt.</param>
    /// <param name="target">The URL.</param>
    /// <param name="isOwnOrigin">True if the target has the origin of the base URL.</param>
    public static HttpRequestMessage Create(in PreparedRequest prepared, ApiMessage message, Uri target, out bool isOwnOrigin)
    {
        ApiRequest request = prepared.Request;
        Transport transport = request.Connection.Transport;
        var http = new HttpRequestMessage(message.Method, target);
        transport.SetVersion(http);
        if (message.Method == request.Operation.Method)
            http.Content = request.Body?.ToContent() ?? (request.Operation.IsSafe ? null : new EmptyContent());
        http.Headers.TryAddWithoutValidation("Accept", request.Operation.Accept);
        // A browser sends its own of both. Where it takes another User-Agent, the API would have to allow that header to other origins.
        bool isBrowser = OperatingSystem.IsBrowser();
        if (!isBrowser)
            http.Headers.TryAddWithoutValidation("User-Agent", request.Settings.UserAgent);
        if (!isBrowser && transport.NamesEncodings(request.Settings.CreateBrotliDecoder is not null))
            http.Headers.TryAddWithoutValidation("Accept-Encoding", request.Settings.AcceptEncoding);
        isOwnOrigin = BaseUrlNormalizer.HaveSameOrigin(target, prepared.Url);
        if (isOwnOrigin)
            AddOriginHeaders(prepared, message, http);
        if (request.Source is { } source)
            CopySettings(source, http);
        isOwnOrigin &= !request.IsForeign;
        message.Target = target;
        message.HttpRequest = http;
        message.SentCount++;
        return http;
    }

    /// <summary>
    /// Adds what only the origin of the base URL may see: parameters, credentials, the headers of the client and of the call.
    /// </summary>
    private static void AddOriginHeaders(in PreparedRequest prepared, ApiMessage message, HttpRequestMessage http)
    {
        ApiRequest request = prepared.Request;
        if (request.Headers is { } parameters)
            AddParameters(http, parameters);
        request.Settings.Credentials.Apply(prepared.Schemes, http, message.Token);
        foreach ((string name, string value) in request.IsForeign ? [] : request.Settings.Headers)
            SetHeader(http, name, value);
        if (request.Options is { } options)
            AddOptions(request.Operation, options, http);
        if (prepared.CorrelationId is { } correlation && !request.IsForeign)
            SetHeader(http, CorrelationId.GetHeader(request.Settings), correlation);
        if (prepared.IdempotencyKey is { } key && !http.Headers.NonValidated.Contains(request.Operation.IdempotencyHeader!))
            http.Headers.TryAddWithoutValidation(request.Operation.IdempotencyHeader!, key);
    }

    /// <summary>Copies what a request of the caller's own has beside its headers and its content.</summary>
    private static void CopySettings(HttpRequestMessage source, HttpRequestMessage http)
    {
        if (source.Version != HttpVersion.Version11) // that of a new request
            (http.Version, http.VersionPolicy) = (source.Version, source.VersionPolicy);
        foreach ((string name, object? value) in (IDictionary<string, object?>)source.Options)
            http.Options.TryAdd(name, value);
    }

    private static void AddOptions(ApiOperationInfo operation, RequestOptions options, HttpRequestMessage http)
    {
        if (options.IdempotencyKey is { Length: > 0 } key)
            SetHeader(http, operation.IdempotencyHeader ?? DefaultIdempotencyHeader, key);
        if (options.HeadersOrNull is not { } headers)
            return;
        foreach ((string name, string value) in headers)
            SetHeader(http, name, value);
    }

    private static void AddParameters(HttpRequestMessage http, List<HeaderParameter> parameters)
    {
        foreach (HeaderParameter parameter in parameters)
        {
            if (parameter.IsCookie)
                CookieHeader.Append(http, parameter.Name, Uri.EscapeDataString(parameter.Value));
            else if (string.Equals(parameter.Name, "User-Agent", StringComparison.OrdinalIgnoreCase))
                SetHeader(http, parameter.Name, parameter.Value); // in place of the client's own
            else if (!http.Headers.TryAddWithoutValidation(parameter.Name, parameter.Value))
                SetContentHeader(http, parameter.Name, parameter.Value);
        }
    }

    private static void SetHeader(HttpRequestMessage http, string name, string value)
    {
        HttpRequestHeaders headers = http.Headers;
        if (!headers.NonValidated.Contains(name) && !headers.TryAddWithoutValidation(name, value))
        {
            SetContentHeader(http, name, value);
            return;
        }

        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Sets a header that belongs to the content, such as Content-Type or Content-Range.</summary>
    private static void SetContentHeader(HttpRequestMessage http, string name, string value)
    {
        if (http.Content is not { } content)
            return;
        content.Headers.Remove(name);
        content.Headers.TryAddWithoutValidation(name, value);
    }
}
