using System.Numerics;
using System.Text;
using CfGen.CodeGen;
using CfGen.Pipeline.Parameters;

namespace CfGen.Pipeline.Authentication;

/// <summary>
/// The credentials of one client, copied and prepared once: header values are built here, so that a call adds strings that exist.
/// </summary>
internal sealed class CredentialSet
{
    private readonly SecurityScheme[] _schemes;
    private readonly string?[] _values;
    private readonly Func<CancellationToken, ValueTask<string>>?[] _providers;
    private readonly List<string> _secrets = [];
    private readonly string _optionsName;
    private readonly ulong _configured;
    private readonly ulong _invalid;
    private readonly ulong _tokens;

    public CredentialSet(ApiClientOptions options)
    {
        _optionsName = options.GetType().Name;
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
            if (!IsValidCredential(credential, scheme.Kind) || !IsValidCredential(password, scheme.Kind))
                _invalid |= bit;
            AddSecret(credential);
            AddSecret(password);
            _values[i] = FormatCredential(scheme, credential, password);
            if (scheme.Kind == SecuritySchemeKind.Basic)
                AddSecret(_values[i]!["Basic ".Length..]);
        }

        // The longest first: of one that begins with another the rest would stay.
        _secrets.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>The schemes that an operation is sent with; 0 for none.</summary>
    /// <exception cref="ApiCredentialsException">The operation needs a credential and there is none that is usable.</exception>
    public ulong Select(ApiOperationInfo operation)
    {
        ulong[]? alternatives = operation.Security;
        if (alternatives is null || alternatives.Length == 0)
            return 0;
        ulong chosen = SelectAlternative(alternatives);
        if (chosen == 0 && !alternatives.AsSpan().Contains(0UL))
            throw new ApiCredentialsException(DescribeMissing(operation, alternatives)) { OperationId = operation.Id };
        if ((chosen & _invalid) != 0)
            throw new ApiCredentialsException(DescribeInvalid(_schemes[BitOperations.TrailingZeroCount(chosen & _invalid)]))
            {
                OperationId = operation.Id,
            };
        return chosen;
    }

    /// <summary>Adds the chosen headers and cookies.</summary>
    public void Apply(ulong chosen, HttpRequestMessage request, string? token)
    {
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int i = BitOperations.TrailingZeroCount(chosen);
            SecurityScheme scheme = _schemes[i];
            if (_providers[i] is not null)
                request.Headers.TryAddWithoutValidation(scheme.Name, "Bearer " + token);
            else if (scheme.Kind == SecuritySchemeKind.Cookie)
                CookieHeader.Append(request, scheme.Name, _values[i]!);
            else if (scheme.Kind != SecuritySchemeKind.Query)
                request.Headers.TryAddWithoutValidation(scheme.Name, _values[i]);
        }
    }

    /// <summary>Whether a chosen scheme travels in the query.</summary>
    public bool TryGetQueryCredential(ulong chosen, out string name, out string value)
    {
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int i = BitOperations.TrailingZeroCount(chosen);
            if (_schemes[i].Kind == SecuritySchemeKind.Query)
            {
                (name, value) = (_schemes[i].Name, _values[i]!);
                return true;
            }
        }

        name = value = "";
        return false;
    }

    /// <summary>The provider that must be asked before sending, or null.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetTokenProvider(ulong chosen)
    {
        for (; chosen != 0; chosen &= chosen - 1)
        {
            if (_providers[BitOperations.TrailingZeroCount(chosen)] is { } provider)
                return provider;
        }

        return null;
    }

    /// <summary>The text without any credential of this client; servers do repeat them in their messages.</summary>
    public string Redact(string text, string? token = null)
    {
        foreach (string secret in _secrets)
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        return string.IsNullOrEmpty(token) ? text : text.Replace(token, "***", StringComparison.Ordinal);
    }

    /// <summary>Whether a token from a provider can be sent.</summary>
    public static bool IsValidToken(string? token) => !string.IsNullOrEmpty(token) && IsValidCredential(token, SecuritySchemeKind.Bearer);

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
                return alternative; // a token wins over a pair
            if (first == 0)
                first = alternative;
        }

        if (first != 0)
            return first;

        // Read literally, documents demand credentials together that no user has together: whatever is configured of them is used.
        ulong usable = SelectComplete(named & _configured);
        ulong best = (usable & _tokens) != 0 ? usable & _tokens : usable;
        if (best == 0)
            return 0;
        int index = BitOperations.TrailingZeroCount(best);
        return (1UL << index) | _schemes[index].RequiredTogether;
    }

    /// <summary>The schemes whose companions are all configured.</summary>
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

    private string DescribeMissing(ApiOperationInfo operation, ulong[] alternatives)
    {
        ulong named = 0;
        foreach (ulong alternative in alternatives)
            named |= alternative;
        if ((named & _configured) is not 0 and ulong half)
        {
            SecurityScheme has = _schemes[BitOperations.TrailingZeroCount(half)];
            ulong lacks = has.RequiredTogether & ~_configured;
            if (lacks != 0)
                return $"{operation.Id} was not sent: {DescribeSchemes(lacks)} must be set together with {has.Describe()} on {_optionsName}; one without the other is no credential.";
        }

        IEnumerable<string> ways = alternatives.Where(a => a != 0).OrderByDescending(a => a & _tokens).Select(DescribeSchemes);
        return $"{operation.Id} was not sent: it needs a credential. Set {string.Join(", or ", ways)} on {_optionsName} or in the environment.";
    }

    private string DescribeSchemes(ulong schemes)
    {
        var names = new List<string>();
        for (; schemes != 0; schemes &= schemes - 1)
            names.Add(_schemes[BitOperations.TrailingZeroCount(schemes)].Describe());
        return string.Join(" and ", names);
    }

    private static string DescribeInvalid(SecurityScheme scheme) =>
        $"The credential {scheme.Describe()} has a character that cannot be sent: a control character, such as the line break at the end of a file, or one outside of ASCII.";

    private static bool IsValidCredential(string? credential, SecuritySchemeKind kind)
    {
        bool encoded = kind is SecuritySchemeKind.Basic or SecuritySchemeKind.Query;
        foreach (char c in credential ?? "")
        {
            if (char.IsControl(c) || (!encoded && c > '~') || (kind == SecuritySchemeKind.Cookie && c is ';' or ',' or '"' or '\\' or ' '))
                return false;
        }

        return true;
    }

    private static string? FormatCredential(SecurityScheme scheme, string? credential, string? password) =>
        scheme.Kind switch
        {
            SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth => credential is null ? null : "Bearer " + credential,
            SecuritySchemeKind.Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential}:{password}")),
            _ => credential,
        };

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
