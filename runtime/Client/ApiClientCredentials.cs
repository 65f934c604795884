using System.Diagnostics;
using System.Text.Json.Serialization;
using CfGen.Pipeline.Authentication;

namespace CfGen;

/// <summary>
/// Gets access tokens with the id and the secret of a client (OAuth 2, grant <c>client_credentials</c>). <see cref="GetTokenAsync"/> is a
/// token provider. A class and not a record, because the text of a record prints the secret.
/// </summary>
public sealed class ApiClientCredentials
{
    private readonly string _clientSecret;

    /// <summary>Creates a token provider.</summary>
    /// <param name="tokenUrl">The https URL that returns tokens; a relative one belongs to the base URL of the client.</param>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="clientSecret">The secret of the client.</param>
    /// <exception cref="ArgumentException">The URL is neither http nor https, or the id or secret is empty.</exception>
    public ApiClientCredentials(Uri tokenUrl, string clientId, string clientSecret)
    {
        ArgumentNullException.ThrowIfNull(tokenUrl);
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        if (tokenUrl.IsAbsoluteUri && tokenUrl.Scheme != Uri.UriSchemeHttps && tokenUrl.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException("The token URL must be an https URL, or an http URL of the local machine.", nameof(tokenUrl));
        TokenUrl = tokenUrl;
        ClientId = clientId;
        _clientSecret = clientSecret;
    }

    /// <summary>The URL that returns tokens.</summary>
    public Uri TokenUrl { get; }

    /// <summary>The id of the client.</summary>
    public string ClientId { get; }

    /// <summary>The scopes to ask for; null for those that the document requires for the operation.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>Additional form values, such as <c>audience</c> or <c>resource</c>.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Sends id and secret as <c>client_id</c> and <c>client_secret</c> in the form. The default is false: they are sent as
    /// <c>Authorization: Basic</c>.
    /// </summary>
    public bool SendSecretInBody { get; set; }

    /// <summary>The client that asks for tokens; null to ask through the transport of the API's client.</summary>
    [JsonIgnore]
    public HttpClient? HttpClient { get; set; }

    /// <summary>Asks the token URL for an access token.</summary>
    /// <exception cref="ApiCredentialsException">The token URL returned no token; the message has its reason.</exception>
    public ValueTask<ApiAccessToken> GetTokenAsync(ApiTokenContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return TokenEndpoint.RequestTokenAsync(this, _clientSecret, context, cancellationToken);
    }

    /// <summary>Gets the type, the URL and the id; never the secret.</summary>
    public override string ToString() =>
        $"{nameof(ApiClientCredentials)} {{ TokenUrl = {TokenEndpoint.Describe(TokenUrl)}, ClientId = {ClientId} }}";
}
