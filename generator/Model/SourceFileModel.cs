namespace CfGen.Generator.Model;

/// <summary>
/// What becomes one source text. Equality is by value over the whole tree below: a unit that is equal to the one before is not
/// emitted again, so no unit may hold a place, a Roslyn type or anything else that changes when the text around it does.
/// </summary>
internal abstract record SourceFileModel(SourceFileContext Context, string FileName)
{
    public string HintName => $"{Context.Namespace}.{FileName}.g.cs";
}

/// <param name="AccessModifier">C#'s keyword.</param>
/// <param name="UsesRecords">Records, or classes.</param>
/// <param name="HasInterfaces">Whether client and resources have interfaces.</param>
internal sealed record SourceFileContext(string Namespace, string AccessModifier, bool UsesRecords, bool HasInterfaces);

internal sealed record ClientModel(
    SourceFileContext Context,
    string ClientName,
    string ApiName,
    Documentation Docs,
    string BaseUrl,
    string EnvironmentPrefix,
    EquatableArray<SecuritySchemeModel> Schemes,
    EquatableArray<ResourceLink> Resources
) : SourceFileModel(Context, ClientName);

/// <param name="PropertyName">Name of the property that leads to the resource.</param>
/// <param name="TypeName">Name of the resource class.</param>
internal sealed record ResourceLink(string PropertyName, string TypeName);

/// <param name="UsesDeprecated">Whether a type that it uses is deprecated, wherever that stands.</param>
internal sealed record ResourceModel(
    SourceFileContext Context,
    string TypeName,
    string Title,
    string ClientName,
    EquatableArray<ResourceLink> Resources,
    EquatableArray<OperationModel> Operations,
    EquatableArray<TypeModel> Types,
    bool UsesDeprecated
) : SourceFileModel(Context, TypeName);

/// <summary>Types that more than one resource uses.</summary>
internal sealed record SharedTypesModel(SourceFileContext Context, string Name, EquatableArray<TypeModel> Types)
    : SourceFileModel(Context, Name)
{
    /// <summary><c>Models</c>, unless that is the client.</summary>
    public static string GetFileName(string clientName) =>
        string.Equals(clientName, "Models", StringComparison.OrdinalIgnoreCase) ? "SharedModels" : "Models";
}

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
    OAuth,
}

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
