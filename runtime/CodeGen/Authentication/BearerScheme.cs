using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A token that is sent as <c>Authorization: Bearer</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class BearerScheme : SecurityScheme
{
    private const string Prefix = "Bearer ";

    /// <summary>Creates the scheme.</summary>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="environmentVariables">The environment variables, the first that is set wins.</param>
    public BearerScheme(string optionName, params string[] environmentVariables)
        : base(optionName, 0, environmentVariables) { }

    /// <summary>
    /// The property of the options that holds the token provider; null if emitted code is older than providers of bearer tokens.
    /// </summary>
    public string? ProviderName { get; init; }

    /// <summary>The URL of the document that returns tokens for the id and secret of a client; null if it has none.</summary>
    public string? TokenUrl { get; init; }

    internal override bool IsToken => true;

    private protected override string[] Labels => [Prefix];

    internal override string Format(string? credential, string? password) => Prefix + credential;

    internal override bool IsGivenByHeader(string name, string value) => IsAuthorization(name);

    internal override void Apply(HttpRequestMessage request, string value) =>
        request.Headers.TryAddWithoutValidation("Authorization", value);
}
