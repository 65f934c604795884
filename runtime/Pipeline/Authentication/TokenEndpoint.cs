using System.Net;
using System.Text;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline.Authentication;

/// <summary>
/// Asks the token URL of an OAuth 2 server for a token (RFC 6749, 4.4). Redirects are not followed: the secret goes to this URL only.
/// </summary>
internal static class TokenEndpoint
{
    private const int MaxResponseBytes = 1 << 20;

    public static async ValueTask<ApiAccessToken> RequestTokenAsync(
        ApiClientCredentials credentials,
        string key,
        ApiTokenContext context,
        CancellationToken cancellationToken
    )
    {
        Uri url = Resolve(credentials.TokenUrl, context);
        string place = Describe(url);
        using HttpRequestMessage request = CreateRequest(credentials, key, context, url);
        DateTimeOffset asked = context.TimeProvider.GetUtcNow();
        using HttpResponseMessage response = await SendAsync(credentials, context, request, place, cancellationToken).ConfigureAwait(false);
        byte[] body = await ReadBodyAsync(response, place, cancellationToken).ConfigureAwait(false);
        TokenResponse? token = TokenResponse.Read(body);
        if ((int)response.StatusCode is < 200 or >= 300 || token?.Error is not null)
            throw new ApiCredentialsException(DescribeRefusal(place, response.StatusCode, token, credentials, key));
        if (string.IsNullOrEmpty(token?.AccessToken))
            throw new ApiCredentialsException(
                $"{place} returned {StatusMessage.DescribeStatus(response.StatusCode)} without an access_token."
            );
        if (token.TokenType is { Length: > 0 } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw new ApiCredentialsException(
                $"{place} returned a token of the type {StatusMessage.ToSingleLine(type, 60)}, and only bearer tokens can be sent."
            );
        return new ApiAccessToken(token.AccessToken, token.ExpiresIn is { } seconds ? asked.AddSeconds(seconds) : null);
    }

    /// <summary>Gets the URL for messages: without user-info and query, which may hold a secret.</summary>
    public static string Describe(Uri url) =>
        url.IsAbsoluteUri ? BaseUrlNormalizer.ToDisplayString(url.OriginalString) : url.OriginalString.Split('?')[0];

    private static Uri Resolve(Uri tokenUrl, ApiTokenContext context)
    {
        if (
            !tokenUrl.IsAbsoluteUri
            && (context.BaseUrl is not { } start || !Uri.TryCreate(new Uri(start.TrimEnd('/') + "/"), tokenUrl, out tokenUrl!))
        )
            throw new ApiCredentialsException(
                $"The token URL {Describe(tokenUrl)} is relative, and the client has none that it could belong to. Set an absolute one."
            );
        if (!context.AllowInsecureHttp && BaseUrlNormalizer.IsUnencrypted(tokenUrl))
            throw new ApiCredentialsException(
                $"The secret of the client would be sent unencrypted to {BaseUrlNormalizer.GetOrigin(tokenUrl)}. Use https, or set AllowInsecureHttp."
            );
        return tokenUrl;
    }

    private static HttpRequestMessage CreateRequest(ApiClientCredentials credentials, string key, ApiTokenContext context, Uri url)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        IReadOnlyList<string> scopes = credentials.Scopes ?? context.Scopes;
        if (scopes.Count > 0)
            form.Add(new("scope", string.Join(' ', scopes)));
        if (credentials.SendSecretInBody)
        {
            form.Add(new("client_id", credentials.ClientId));
            form.Add(new("client_secret", key));
        }

        form.AddRange(credentials.Parameters);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!OperatingSystem.IsBrowser())
            request.Headers.TryAddWithoutValidation("User-Agent", context.UserAgent);
        if (!credentials.SendSecretInBody)
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + EncodeBasic(credentials.ClientId, key));
        return request;
    }

    // Each part is encoded as in a form first (RFC 6749, 2.3.1).
    private static string EncodeBasic(string id, string key) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(key)}"));

    private static async Task<HttpResponseMessage> SendAsync(
        ApiClientCredentials credentials,
        ApiTokenContext context,
        HttpRequestMessage request,
        string place,
        CancellationToken cancellationToken
    )
    {
        if (credentials.HttpClient is null && context.Transport is null)
            throw new InvalidOperationException(
                $"The token of {context.OperationId} cannot be requested: the context belongs to no client. Set HttpClient on ApiClientCredentials."
            );
        try
        {
            return await (
                credentials.HttpClient?.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                ?? context.Transport!.SendBareAsync(request, cancellationToken)
            ).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new ApiCredentialsException($"{place} could not be reached, as the inner exception describes.", e);
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, string place, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            byte[] buffer = new byte[4096];
            try
            {
                while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
                {
                    body.Write(buffer, 0, count);
                    if (body.Length > MaxResponseBytes)
                        throw new ApiCredentialsException($"{place} returned more than {MaxResponseBytes} bytes, which cannot be a token.");
                }
            }
            catch (IOException e)
            {
                throw new ApiCredentialsException($"{place} returned a response that ended before its end.", e);
            }

            return body.ToArray();
        }
    }

    private static string DescribeRefusal(
        string place,
        HttpStatusCode status,
        TokenResponse? response,
        ApiClientCredentials credentials,
        string key
    )
    {
        var secrets = new SecretTexts();
        secrets.Add(key, "client_secret=");
        secrets.Add(EncodeBasic(credentials.ClientId, key), "Basic ");
        string reason = response?.Error is { } error ? $": {Show(error, 60)}" : "";
        if (response?.ErrorDescription is { Length: > 0 } description)
            reason += reason.Length > 0 ? $" ({Show(description, 300)})" : $": {Show(description, 300)}";
        return $"{place} returned {StatusMessage.DescribeStatus(status)}{reason}{(reason.EndsWith('.') ? "" : ".")}";

        string Show(string text, int maxLength) => StatusMessage.ToSingleLine(secrets.Redact(text), maxLength);
    }
}
