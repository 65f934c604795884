namespace CfGen.CodeGen;

/// <summary>
/// The id and the secret of a client in a section of the configuration, for which a token URL returns tokens. Emitted code reads them where
/// the document has such a URL, so that other programs do not carry the code.
/// </summary>
/// <param name="path">The path of the section.</param>
/// <param name="name">The key of the client credentials in the section.</param>
internal sealed class ClientCredentialSettings(string path, string name)
{
    private const string Id = "ClientId";
    private const string Secret = "ClientSecret";
    private const string Url = "TokenUrl";
    private const string Scopes = "Scopes";
    private const string InBody = "SendSecretInBody";
    private const string Parameters = "Parameters";

    private readonly List<string> _scopes = [];
    private readonly List<KeyValuePair<string, string>> _parameters = [];
    private string? _id;
    private string? _secret;
    private string? _url;
    private bool _sendsInBody;

    /// <summary>Gets the key of a scheme; null if no token URL returns its tokens.</summary>
    public static string? GetName(SecurityScheme scheme) =>
        scheme is BearerScheme { TokenUrl: not null, ProviderName: { } provider }
            ? provider.Replace("TokenProvider", "ClientCredentials", StringComparison.Ordinal)
            : null;

    /// <summary>Takes one value. An empty one counts as not set.</summary>
    /// <param name="key">The key below that of the client credentials.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ApiOptionsException">There is no such key, or it cannot have the value.</exception>
    public void Add(string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        string first = colon < 0 ? key : key[..colon];
        if (Is(first, Scopes))
            _scopes.AddRange(value.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        else if (Is(first, Parameters) && colon > 0)
            _parameters.Add(new(key[(colon + 1)..], value));
        else if (Is(key, Id))
            _id = value;
        else if (Is(key, Secret))
            _secret = value;
        else if (Is(key, Url))
            _url = value;
        else if (Is(key, InBody))
            _sendsInBody = bool.TryParse(value, out bool sends)
                ? sends
                : throw CreateException(key, $"'{path}:{name}:{key}' is neither true nor false.");
        else
            throw CreateException(
                key,
                $"The configuration sets '{path}:{name}:{key}', but client credentials have no such option. Correct or remove the key. The options are {Id}, {Secret}, {Parameters}, {Scopes}, {InBody}, {Url}."
            );
    }

    /// <summary>Creates the client credentials; null if no value was set.</summary>
    /// <param name="tokenUrl">The token URL of the document.</param>
    /// <exception cref="ApiOptionsException">The id or the secret is missing, or the token URL cannot be one.</exception>
    public ApiClientCredentials? Create(string tokenUrl)
    {
        if (_id is null && _secret is null && _url is null && _scopes.Count + _parameters.Count == 0 && !_sendsInBody)
            return null;
        string missing = _id is null ? Id : Secret;
        if (_id is null || _secret is null)
            throw CreateException(missing, $"'{path}:{name}' has no {missing}. Set {Id} and {Secret} together.");
        Uri url = new(_url ?? tokenUrl, UriKind.RelativeOrAbsolute);
        if (url.IsAbsoluteUri && !IsHttp(url))
            throw CreateException(Url, $"'{path}:{name}:{Url}' is neither an https URL nor a relative one.");
        var credentials = new ApiClientCredentials(url, _id, _secret)
        {
            Scopes = _scopes.Count > 0 ? _scopes : null,
            SendSecretInBody = _sendsInBody,
        };
        foreach ((string parameter, string value) in _parameters)
            credentials.Parameters[parameter] = value;
        return credentials;
    }

    private static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp;

    private ApiOptionsException CreateException(string key, string message) => new(message, $"{name}:{key}");

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
