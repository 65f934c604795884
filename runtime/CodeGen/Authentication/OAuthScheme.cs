using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>
/// A token of OAuth 2 or OpenID Connect, from a token provider or set as an option; sent as <c>Authorization: Bearer</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OAuthScheme : BearerScheme
{
    /// <inheritdoc cref="BearerScheme(string, string[])"/>
    public OAuthScheme(string optionName, params string[] environmentVariables)
        : base(optionName, environmentVariables) { }
}
