using System.Net;
using System.Text.RegularExpressions;

namespace CfGen.Tasks.Updating;

/// <summary>The headers of the property <c>CfGenUpdateHeaders</c>. Their values are sent and appear in no message.</summary>
internal sealed class UpdateHeaders
{
    /// <summary>The characters that stand for a value in a message.</summary>
    public const string Hidden = "***";

    // Shorter texts are part of many words, and no secrets.
    private const int ShortestSecret = 4;

    private static readonly Regex s_header = new(@"^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:(.*)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_variable = new(@"\$\{([^}]*)\}", RegexOptions.CultureInvariant);

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads <c>Name: value</c> pairs, separated by line breaks or semicolons. <c>${NAME}</c> in a value is an environment variable, whose
    /// own value may have semicolons.
    /// </summary>
    /// <exception cref="UpdateException">A part is no header, or a variable is not set.</exception>
    public static UpdateHeaders Parse(string text, Func<string, string?> getVariable)
    {
        UpdateHeaders headers = new();
        int number = 0;
        foreach (string part in text.Split('\n', '\r', ';'))
        {
            if (part.Trim().Length == 0)
                continue;
            number++;
            Match match = s_header.Match(part);
            if (!match.Success)
                throw new UpdateException(UpdateFindings.InvalidHeader(number));
            headers.Add(match.Groups[1].Value, match.Groups[2].Value, getVariable);
        }

        return headers;
    }

    /// <summary>Adds the headers to a request that has none.</summary>
    /// <exception cref="UpdateException">A request cannot have a header of the name.</exception>
    public void AddTo(HttpRequestMessage request)
    {
        foreach (KeyValuePair<string, string> header in _headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value))
                throw new UpdateException(UpdateFindings.UnusableHeader(header.Key, "a request without a body cannot have it"));
        }
    }

    /// <summary>Hides the values of the headers in a text, also where a server repeats them as a part of a URL or of HTML.</summary>
    public string Redact(string text)
    {
        foreach (string secret in _secrets.OrderByDescending(s => s.Length))
            text = text.Replace(secret, Hidden);
        return text;
    }

    private void Add(string name, string value, Func<string, string?> getVariable)
    {
        string expanded = s_variable
            .Replace(
                value,
                match =>
                {
                    string variable = match.Groups[1].Value;
                    if (getVariable(variable)?.Trim() is not { Length: > 0 } content)
                        throw new UpdateException(UpdateFindings.UnsetVariable(variable, name));
                    AddSecret(content);
                    return content;
                }
            )
            .Trim();
        if (expanded.IndexOfAny(['\r', '\n', '\0']) >= 0)
            throw new UpdateException(UpdateFindings.UnusableHeader(name, "its value has a line break"));
        AddSecret(expanded);
        // The credential of 'Bearer credential' can come back alone.
        foreach (string part in expanded.Split(' ', ','))
            AddSecret(part);
        _headers.Add(new KeyValuePair<string, string>(name, expanded));
    }

    private void AddSecret(string secret)
    {
        if (secret.Length < ShortestSecret)
            return;
        _secrets.Add(secret);
        _secrets.Add(Uri.EscapeDataString(secret));
        _secrets.Add(WebUtility.HtmlEncode(secret));
    }
}
