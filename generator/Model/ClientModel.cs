namespace CfGen.Generator.Model;

internal sealed record ClientModel(
    SourceFileContext Context,
    string ClientName,
    string ApiName,
    Documentation Docs,
    string BaseUrl,
    string EnvironmentPrefix,
    EquatableArray<SecuritySchemeModel> Schemes,
    EquatableArray<ServerVariableModel> ServerVariables,
    EquatableArray<ClientParameterModel> Parameters,
    EquatableArray<ResourceLink> Resources
) : SourceFileModel(Context, ClientName)
{
    /// <summary>True where the body of an error is an envelope.</summary>
    public bool HasErrorEnvelopes { get; init; }
}
