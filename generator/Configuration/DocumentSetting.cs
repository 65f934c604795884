namespace CfGen.Generator.Configuration;

/// <summary>
/// The metadata that an <c>OpenApiClient</c> item can have. The one list of them: the MSBuild task and the generator compile this file,
/// and each member has a project-wide default in the property <c>CfGen&lt;Name&gt;</c>.
/// </summary>
internal enum DocumentSetting
{
    Namespace,
    ClientName,
    Operations,
    Models,
    Access,
    Interfaces,
    Names,
    Naming,
    Overlay,
    Examples,
    ApiListing,
    SourceUrl,
    Json,
    Reference,
    ClientParameters,
    Emit,
    Keep,
}
