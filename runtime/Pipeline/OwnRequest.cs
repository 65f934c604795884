using System.Net.Http.Headers;
using CfGen.CodeGen;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Parameters;
using CfGen.Serialization;
using CfGen.Validation;

namespace CfGen.Pipeline;

/// <summary>Makes the request of a call from one of the caller's own, which no operation of the document describes.</summary>
internal static class OwnRequest
{
    private const string Id = "SendAsync";
    private const string Template = "{url}";

    /// <summary>Creates the request. Its error is thrown when it is sent.</summary>
    public static ApiRequest Create(ApiConnection connection, HttpRequestMessage source, RequestOptions? options)
    {
        string url = "";
        bool isForeign = false;
        Exception? error = null;
        RequestOptions merged = Merge(source, options);
        if (connection.Settings is { } settings)
        {
            url = GetUrl(settings, source.RequestUri, out string problem) ?? "";
            isForeign = url.Length > 0 && !IsOfApi(settings, url);
            if (problem.Length > 0)
                error = new ApiConnectionException($"The request was not sent: {problem}") { OperationId = Id };
            else if (isForeign && FindDefaultCredential(connection) is { } header)
                error = new ApiCredentialsException(
                    $"The request to {BaseUrlNormalizer.GetOrigin(new Uri(url))} was not sent: {header} of the DefaultRequestHeaders of the HttpClient would go to another origin than that of the API. Set it in DefaultHeaders of the options."
                )
                {
                    OperationId = Id,
                };
            else
                url = AddQuery(url, isForeign ? [] : settings.Query, merged.QueryOrNull);
            Violations? violations = null;
            HeaderValidator.Check(ref violations, connection, settings, merged, null);
            if (violations is not null)
                error ??= new ApiValidationException(Id, violations.All);
        }

        var operation = new ApiOperationInfo(Id, source.Method, Template)
        {
            Accept = "*/*",
            Security = isForeign ? null : connection.Settings?.Credentials.AnyAlternatives,
        };
        RequestBody? body = source.Content is { } content ? new ContentBody(content) : null;
        return new ApiRequest(connection, operation, merged, url, null, body, error) { Source = source, IsForeign = isForeign };
    }

    private static RequestOptions Merge(HttpRequestMessage source, RequestOptions? options)
    {
        RequestOptions merged = options?.Clone() ?? new RequestOptions();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, HeaderStringValues values) in source.Headers.NonValidated)
            headers[name] = values.ToString();
        foreach ((string name, string value) in options?.HeadersOrNull ?? (IEnumerable<KeyValuePair<string, string>>)[])
            headers[name] = value;
        merged.Headers = headers;
        return merged;
    }

    /// <summary>Gets the absolute URL without a fragment; null with a problem if there is none.</summary>
    private static string? GetUrl(ConnectionSettings settings, Uri? uri, out string problem)
    {
        problem = "";
        string text = uri?.OriginalString ?? "";
        // On Unix, a path is read as that of a file.
        bool isRelative = uri is null || !uri.IsAbsoluteUri || (uri.IsFile && text.StartsWith('/'));
        if (isRelative && settings.Servers.BaseUrl is null)
            problem = settings.Servers.Problem;
        else if (isRelative)
            return JoinToBase(settings.Servers.BaseUrl!, text.Split('#')[0]);
        else if (uri!.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            problem = "its URL is not http or https.";
        else
            return uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped); // without the user of the URL
        return null;
    }

    private static string JoinToBase(string baseUrl, string relative) =>
        relative.Length == 0 || relative[0] == '?' ? baseUrl + relative : baseUrl + "/" + relative.TrimStart('/');

    private static bool IsOfApi(ConnectionSettings settings, string url) =>
        settings.Servers.BaseUrl is { } baseUrl
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? target)
        && BaseUrlNormalizer.HaveSameOrigin(target, new Uri(baseUrl));

    private static string? FindDefaultCredential(ApiConnection connection)
    {
        foreach ((string name, HeaderStringValues values) in connection.Transport.Client?.DefaultRequestHeaders.NonValidated ?? default)
        {
            if (Telemetry.SecretNames.IsSecret(name) || connection.Settings!.Credentials.IsCredential(name, values.ToString()))
                return name;
        }

        return null;
    }

    private static string AddQuery(string url, KeyValuePair<string, string>[] defaults, IDictionary<string, string>? query)
    {
        if (defaults.Length == 0 && query is null)
            return url;
        UrlBuilder builder = default;
        builder.ContinueFrom(url);
        foreach ((string name, string value) in defaults)
            builder.AppendParameter(name, value);
        foreach ((string name, string value) in query ?? (IEnumerable<KeyValuePair<string, string>>)[])
            builder.AppendParameter(name, value);
        string complete = builder.ToString();
        builder.Release();
        return complete;
    }
}
