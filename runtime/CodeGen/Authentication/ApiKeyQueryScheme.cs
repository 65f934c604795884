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

    internal override bool IsValidCharacter(char c) => true; // percent-encoded

    internal override string AppendToQuery(string url, string value)
    {
        UrlBuilder builder = default;
        builder.ContinueFrom(url);
        builder.AppendParameter(_name, value);
        string result = builder.ToString();
        builder.Release();
        return result;
    }
}
