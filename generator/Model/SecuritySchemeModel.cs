namespace CfGen.Generator.Model;

/// <param name="Id">Name of the scheme in the document.</param>
/// <param name="SerializedName">Header, query parameter or cookie.</param>
/// <param name="OptionName">Property of the options class.</param>
/// <param name="SecondaryOptionName">Of basic authentication the property of the password, of OAuth that of the token provider; else empty.</param>
/// <param name="RequiredTogether">Bit set of the schemes that are only used together with this one, itself included; 0 where it stands alone.</param>
/// <param name="EnvironmentVariables">Variables, the one that messages name first.</param>
internal sealed record SecuritySchemeModel(
    string Id,
    SecuritySchemeKind Kind,
    string SerializedName,
    string OptionName,
    string SecondaryOptionName,
    ulong RequiredTogether,
    EquatableArray<string> EnvironmentVariables,
    Documentation Docs
);
