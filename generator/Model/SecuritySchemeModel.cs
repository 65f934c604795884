namespace CfGen.Generator.Model;

/// <param name="Id">The name of the scheme in the document.</param>
/// <param name="SerializedName">The name of the header, query parameter or cookie.</param>
/// <param name="OptionName">The property of the options class.</param>
/// <param name="SecondaryOptionName">The property of the password (basic) or of the token provider (tokens); else empty.</param>
/// <param name="RequiredTogether">
/// The bit set of the schemes that are only used together with this one, including itself; 0 if it is used alone.
/// </param>
/// <param name="EnvironmentVariables">The environment variables; messages name the first.</param>
internal sealed record SecuritySchemeModel(
    string Id,
    SecuritySchemeKind Kind,
    string SerializedName,
    string OptionName,
    string SecondaryOptionName,
    ulong RequiredTogether,
    EquatableArray<string> EnvironmentVariables,
    Documentation Docs
)
{
    /// <summary>The URL that returns tokens for the id and secret of a client; empty if the document has none that can be used.</summary>
    public string TokenUrl { get; init; } = "";

    /// <summary>The method that sets a token provider with expiry; empty for what is no token.</summary>
    public string UseProviderMethod { get; init; } = "";

    /// <summary>The method that sets the id and secret of a client; empty for what is no token.</summary>
    public string UseClientCredentialsMethod { get; init; } = "";
}
