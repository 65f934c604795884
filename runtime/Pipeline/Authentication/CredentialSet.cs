using System.Net.Http.Headers;
using System.Numerics;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>
/// The credentials of one client, copied and formatted once, so that a call only adds strings that exist.
/// A set of schemes is a bit each.
/// </summary>
internal sealed class CredentialSet
{
    private readonly SecurityScheme[] _schemes;
    private readonly string?[] _values;
    private readonly TokenSource?[] _providers;
    private readonly SecretTexts _secrets = new();
    private readonly CredentialMessages _messages;
    private readonly ulong _configured;
    private readonly ulong _invalid;
    private readonly ulong _unnamed;
    private readonly GivenCredentials _given;
    private readonly CredentialSelector _selector;

    public CredentialSet(ApiClientOptions options)
    {
        _schemes = options.ApiDefinition.Schemes;
        _values = new string?[_schemes.Length];
        _providers = new TokenSource?[_schemes.Length];
        ulong tokens = 0;
        for (int i = 0; i < _schemes.Length; i++)
        {
            ulong bit = 1UL << i;
            SecurityScheme scheme = _schemes[i];
            if (scheme.IsToken)
                tokens |= bit;
            string? credential = options.GetCredentialAt(i);
            string? password = options.GetPasswordAt(i);
            _providers[i] = options.CreateTokenSource(i);
            if (string.IsNullOrEmpty(credential) && _providers[i] is null)
                continue;
            _configured |= bit;
            if (!IsValid(scheme, credential) || !IsValid(scheme, password))
                _invalid |= bit;
            if (!scheme.HasValidName)
                _unnamed |= bit;
            _values[i] = scheme.Format(credential, password);
            scheme.AddSecrets(_secrets, credential, password);
        }

        AddGivenSecrets(_secrets, options.HeadersOrNull, options.QueryOrNull);
        _messages = new CredentialMessages(options.GetType().Name, _schemes, tokens);
        _selector = new CredentialSelector(_schemes, tokens);
        _given = GivenCredentials.Find(_schemes, options.HeadersOrNull, options.QueryOrNull);
    }

    /// <summary>The alternatives of a request that no operation describes: whatever the client has, or nothing.</summary>
    public ulong[] AnyAlternatives => [.. Enumerable.Range(0, _schemes.Length).Select(i => _schemes[i].RequiredTogether | (1UL << i)), 0];

    /// <summary>Selects the credentials that a request is sent with.</summary>
    /// <exception cref="ApiCredentialsException">
    /// The operation needs a credential, none that is usable is configured, and no handler can add one.
    /// </exception>
    public CredentialSelection Select(ApiRequest request)
    {
        ApiOperationInfo operation = request.Operation;
        ulong[]? alternatives = operation.Security;
        if (alternatives is null || alternatives.Length == 0)
            return default;
        GivenCredentials given = FindGiven(request);
        ulong selected = _selector.Select(alternatives, _configured | given.Schemes, given.Schemes);
        if (selected == 0 && !given.HasAuthorization && !alternatives.AsSpan().Contains(0UL) && !IsLeftToHandlers(request, given))
            throw CreateException(operation, _messages.DescribeMissing(operation, alternatives, _configured | given.Schemes));
        bool hasCredential = selected != 0 || given.HasAuthorization;
        selected &= ~given.Schemes;
        if ((selected & _unnamed) != 0)
            throw CreateException(operation, CredentialMessages.DescribeInvalidName(GetFirst(selected & _unnamed)));
        if ((selected & _invalid) != 0)
            throw CreateException(operation, CredentialMessages.DescribeInvalid(GetFirst(selected & _invalid)));
        return new CredentialSelection(selected, hasCredential);
    }

    /// <summary>
    /// Describes what the options could have had for a request that was sent without them; null if they had a credential.
    /// </summary>
    public string? DescribeAbsent(ApiRequest request) =>
        request.Operation.Security is not { Length: > 0 } alternatives
        || (alternatives.Length == 1 && alternatives[0] == 0)
        || _selector.Select(alternatives, _configured, 0) != 0
            ? null
            : _messages.DescribeAbsent(request.Operation, alternatives);

    /// <summary>Adds the headers and cookies of the schemes to a request.</summary>
    public void Apply(ulong schemes, HttpRequestMessage request, string? token)
    {
        for (; schemes != 0; schemes &= schemes - 1)
        {
            int i = BitOperations.TrailingZeroCount(schemes);
            _schemes[i].Apply(request, _providers[i] is null ? _values[i]! : _schemes[i].Format(token, null));
        }
    }

    /// <summary>Adds the query parameters of the schemes to a URL.</summary>
    public string AppendToQuery(ulong schemes, string url)
    {
        for (; schemes != 0; schemes &= schemes - 1)
        {
            int i = BitOperations.TrailingZeroCount(schemes);
            url = _schemes[i].AppendToQuery(url, _values[i]!);
        }

        return url;
    }

    /// <summary>Finds the source of the token of the schemes; null if they have none.</summary>
    public TokenSource? GetTokenSource(ulong schemes)
    {
        for (; schemes != 0; schemes &= schemes - 1)
        {
            if (_providers[BitOperations.TrailingZeroCount(schemes)] is { } provider)
                return provider;
        }

        return null;
    }

    /// <summary>Removes every credential that is known before a request is sent from a text.</summary>
    public string Redact(string text, ApiRequest request)
    {
        if (request.Options is not ({ HeadersOrNull: not null } or { QueryOrNull: not null }))
            return _secrets.Redact(text);
        var own = new SecretTexts();
        AddGivenSecrets(own, request.Options.HeadersOrNull, request.Options.QueryOrNull);
        return own.Redact(_secrets.Redact(text));
    }

    /// <summary>Removes every credential of a message from a text; servers repeat them in their messages.</summary>
    public string Redact(string text, ApiMessage message) => FindSecrets(message).Redact(_secrets.Redact(text));

    /// <summary>
    /// Creates the function that hides the credentials of a message in the values of a body: also a short one, which is too common to be
    /// looked for within a text, where it is the whole value.
    /// </summary>
    public Func<string, string> CreateHider(ApiMessage message)
    {
        SecretTexts own = FindSecrets(message);
        return value => _secrets.IsSecret(value) || own.IsSecret(value) ? SecretTexts.Hidden : own.Redact(_secrets.Redact(value));
    }

    /// <summary>Finds the credentials that only this message has.</summary>
    private SecretTexts FindSecrets(ApiMessage message)
    {
        var own = new SecretTexts();
        own.Add(message.Token, "Bearer ");
        AddGivenSecrets(own, message.Request.Options?.HeadersOrNull, message.Request.Options?.QueryOrNull);
        foreach ((string name, HeaderStringValues values) in message.HttpRequest?.Headers.NonValidated ?? default)
        {
            if (IsCredential(name, values.ToString()))
                own.AddHeader(name, values.ToString()); // a handler, or the client that was passed in, may have added it
        }

        return own;
    }

    /// <summary>Decides whether a token of a token provider can be sent.</summary>
    public static bool IsValidToken(string? token)
    {
        foreach (char c in token ?? "")
        {
            if (char.IsControl(c) || c > '~')
                return false;
        }

        return !string.IsNullOrEmpty(token);
    }

    private void AddGivenSecrets(SecretTexts secrets, IDictionary<string, string>? headers, IDictionary<string, string>? query)
    {
        foreach ((string name, string value) in headers ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            if (IsCredential(name, value))
                secrets.AddHeader(name, value);
        }

        foreach ((string name, string value) in query ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            if (Array.Exists(_schemes, s => s.IsGivenByQuery(name)))
                secrets.Add(value, name + "=");
        }
    }

    /// <summary>Decides whether a header carries a credential.</summary>
    public bool IsCredential(string header, string? value) =>
        SecurityScheme.IsAuthorization(header) || Array.Exists(_schemes, s => s.IsGivenByHeader(header, value ?? ""));

    private GivenCredentials FindGiven(ApiRequest request) =>
        request.Options is { } options && (options.HeadersOrNull is not null || options.QueryOrNull is not null)
            ? _given.Join(GivenCredentials.Find(_schemes, options.HeadersOrNull, options.QueryOrNull))
            : _given;

    /// <summary>True if the options have no credential at all, and a handler or client that was passed in may add one.</summary>
    private bool IsLeftToHandlers(ApiRequest request, GivenCredentials given) =>
        (_configured | given.Schemes) == 0 && !request.Connection.Transport.IsOwned;

    private SecurityScheme GetFirst(ulong schemes) => _schemes[BitOperations.TrailingZeroCount(schemes)];

    private static ApiCredentialsException CreateException(ApiOperationInfo operation, string message) =>
        new(message) { OperationId = operation.Id };

    private static bool IsValid(SecurityScheme scheme, string? credential)
    {
        foreach (char c in credential ?? "")
        {
            if (char.IsControl(c) || !scheme.IsValidCharacter(c))
                return false;
        }

        return true;
    }
}
