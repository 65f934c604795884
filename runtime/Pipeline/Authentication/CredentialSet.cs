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
    private readonly Func<CancellationToken, ValueTask<string>>?[] _providers;
    private readonly List<string> _secrets = [];
    private readonly CredentialMessages _messages;
    private readonly ulong _configured;
    private readonly ulong _invalid;
    private readonly ulong _unnamed;
    private readonly ulong _tokens;

    public CredentialSet(ApiClientOptions options)
    {
        _schemes = options.ApiDefinition.Schemes;
        _values = new string?[_schemes.Length];
        _providers = new Func<CancellationToken, ValueTask<string>>?[_schemes.Length];
        for (int i = 0; i < _schemes.Length; i++)
        {
            ulong bit = 1UL << i;
            SecurityScheme scheme = _schemes[i];
            if (scheme.IsToken)
                _tokens |= bit;
            string? credential = options.GetCredentialAt(i);
            string? password = options.GetPasswordAt(i);
            _providers[i] = options.GetTokenProviderAt(i);
            if (string.IsNullOrEmpty(credential) && _providers[i] is null)
                continue;
            _configured |= bit;
            if (!IsValid(scheme, credential) || !IsValid(scheme, password))
                _invalid |= bit;
            if (!scheme.HasValidName)
                _unnamed |= bit;
            _values[i] = scheme.Format(credential, password);
            AddSecret(credential);
            AddSecret(password);
            AddSecret(scheme.GetDerivedSecret(_values[i]!));
        }

        // The longest first: of a secret that begins with another the rest would stay.
        _secrets.Sort(static (a, b) => b.Length.CompareTo(a.Length));
        _messages = new CredentialMessages(options.GetType().Name, _schemes, _configured, _tokens);
    }

    /// <summary>Selects the schemes that an operation is sent with; 0 for none.</summary>
    /// <exception cref="ApiCredentialsException">The operation needs a credential and none that is usable is configured.</exception>
    public ulong Select(ApiOperationInfo operation)
    {
        ulong[]? alternatives = operation.Security;
        if (alternatives is null || alternatives.Length == 0)
            return 0;
        ulong selected = SelectAlternative(alternatives);
        if (selected == 0 && !alternatives.AsSpan().Contains(0UL))
            throw new ApiCredentialsException(_messages.DescribeMissing(operation, alternatives)) { OperationId = operation.Id };
        if ((selected & _unnamed) != 0)
            throw new ApiCredentialsException(
                CredentialMessages.DescribeInvalidName(_schemes[BitOperations.TrailingZeroCount(selected & _unnamed)])
            )
            {
                OperationId = operation.Id,
            };
        if ((selected & _invalid) != 0)
            throw new ApiCredentialsException(
                CredentialMessages.DescribeInvalid(_schemes[BitOperations.TrailingZeroCount(selected & _invalid)])
            )
            {
                OperationId = operation.Id,
            };
        return selected;
    }

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

    /// <summary>Finds the token provider of the schemes; null if they have none.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetTokenProvider(ulong schemes)
    {
        for (; schemes != 0; schemes &= schemes - 1)
        {
            if (_providers[BitOperations.TrailingZeroCount(schemes)] is { } provider)
                return provider;
        }

        return null;
    }

    /// <summary>Removes every credential of this client from a text; servers repeat them in their messages.</summary>
    public string Redact(string text, string? token)
    {
        foreach (string secret in _secrets)
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        return string.IsNullOrEmpty(token) ? text : text.Replace(token, "***", StringComparison.Ordinal);
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

    private ulong SelectAlternative(ulong[] alternatives)
    {
        ulong first = 0;
        ulong named = 0;
        foreach (ulong alternative in alternatives)
        {
            named |= alternative;
            if (alternative == 0 || (alternative & _configured) != alternative)
                continue;
            if ((alternative & _tokens) != 0)
                return alternative; // a token is preferred to a pair
            if (first == 0)
                first = alternative;
        }

        if (first != 0)
            return first;

        // Read literally, documents require credentials together that no user has together: whatever is configured of them is used.
        ulong usable = SelectComplete(named & _configured);
        ulong best = (usable & _tokens) != 0 ? usable & _tokens : usable;
        if (best == 0)
            return 0;
        int index = BitOperations.TrailingZeroCount(best);
        return (1UL << index) | _schemes[index].RequiredTogether;
    }

    /// <summary>Selects the schemes whose required companions are all configured.</summary>
    private ulong SelectComplete(ulong schemes)
    {
        ulong complete = 0;
        for (ulong rest = schemes; rest != 0; rest &= rest - 1)
        {
            int i = BitOperations.TrailingZeroCount(rest);
            if ((_schemes[i].RequiredTogether & ~_configured) == 0)
                complete |= 1UL << i;
        }

        return complete;
    }

    private static bool IsValid(SecurityScheme scheme, string? credential)
    {
        foreach (char c in credential ?? "")
        {
            if (char.IsControl(c) || !scheme.IsValidCharacter(c))
                return false;
        }

        return true;
    }

    private void AddSecret(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
            return;
        _secrets.Add(secret);
        string encoded = Uri.EscapeDataString(secret);
        if (!string.Equals(encoded, secret, StringComparison.Ordinal))
            _secrets.Add(encoded);
    }
}
