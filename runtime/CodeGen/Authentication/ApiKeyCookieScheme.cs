using System.ComponentModel;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>An API key that is sent in a cookie.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiKeyCookieScheme : SecurityScheme
{
    private readonly string _name;

    /// <summary>Creates the scheme.</summary>
    /// <param name="name">The name of the cookie.</param>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="requiredTogether">The schemes that are only used together, this one included, a bit each; 0 for none.</param>
    /// <param name="environmentVariables">The environment variables, the first that is set wins.</param>
    public ApiKeyCookieScheme(string name, string optionName, ulong requiredTogether, params string[] environmentVariables)
        : base(optionName, requiredTogether, environmentVariables) => _name = name;

    private protected override string[] Labels => [_name + "="];

    internal override bool HasValidName => HeaderFormat.IsValidCookieName(_name);

    internal override bool IsValidCharacter(char c) => base.IsValidCharacter(c) && c is not (';' or ',' or '"' or '\\' or ' '); // RFC 6265, 4.1.1

    internal override bool IsGivenByHeader(string name, string value) =>
        string.Equals(name, "Cookie", StringComparison.OrdinalIgnoreCase) && CookieHeader.Contains(value, _name);

    internal override void Apply(HttpRequestMessage request, string value) => CookieHeader.Append(request, _name, value);
}
