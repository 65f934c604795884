using System.ComponentModel;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>An API key that is sent in the query.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiKeyQueryScheme : SecurityScheme
{
    private readonly string _name;

    /// <summary>Creates the scheme.</summary>
    /// <param name="name">The name of the query parameter.</param>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="requiredTogether">The schemes that are only used together, this one included, a bit each; 0 for none.</param>
    /// <param name="environmentVariables">The environment variables, the first that is set wins.</param>
    public ApiKeyQueryScheme(string name, string optionName, ulong requiredTogether, params string[] environmentVariables)
        : base(optionName, requiredTogether, environmentVariables) => _name = name;

    private protected override string[] Labels => [_name + "="];

    internal override bool IsValidCharacter(char c) => true; // percent-encoded

    internal override bool IsGivenByQuery(string name) => string.Equals(name, _name, StringComparison.Ordinal);

    internal override string AppendToQuery(string url, string value)
    {
        UrlBuilder builder = default;
        builder.ContinueFrom(RemoveFromQuery(url)); // a link of the server may have the key, and it is sent once
        builder.AppendParameter(_name, value);
        string result = builder.ToString();
        builder.Release();
        return result;
    }

    private string RemoveFromQuery(string url)
    {
        int start = url.IndexOf('?', StringComparison.Ordinal) + 1;
        while (start > 0 && start < url.Length)
        {
            int length = url.AsSpan(start).IndexOf('&');
            int end = length < 0 ? url.Length : start + length;
            if (!IsKey(url.AsSpan(start, end - start)))
                start = end + 1;
            else if (end < url.Length)
                url = url.Remove(start, end + 1 - start);
            else
                url = url[..(start - 1)]; // with the separator before it
        }

        return url.EndsWith('?') ? url[..^1] : url;
    }

    private bool IsKey(ReadOnlySpan<char> parameter)
    {
        int equals = parameter.IndexOf('=');
        ReadOnlySpan<char> name = equals < 0 ? parameter : parameter[..equals];
        return name.IndexOfAny('%', '+') < 0
            ? name.SequenceEqual(_name)
            : string.Equals(Uri.UnescapeDataString(name.ToString().Replace('+', ' ')), _name, StringComparison.Ordinal);
    }
}
