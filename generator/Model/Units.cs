namespace CfGen.Generator.Model;

/// <summary>
/// What becomes one source text. Equality is by value over the whole tree below: a unit that is equal to the one before is not
/// emitted again, so no unit may hold a place, a Roslyn type or anything else that changes when the text around it does.
/// </summary>
internal abstract record UnitModel(UnitContext Context, string UnitName)
{
    public string HintName => $"{Context.Namespace}.{UnitName}.g.cs";
}

/// <param name="Access">C#'s keyword.</param>
/// <param name="Records">Records, or classes.</param>
/// <param name="Interfaces">Whether client and resources have interfaces.</param>
internal sealed record UnitContext(string Namespace, string Access, bool Records, bool Interfaces);

internal sealed record ClientUnit(
    UnitContext Context,
    string ClientName,
    string ApiName,
    Documentation Docs,
    string BaseUrl,
    string EnvironmentPrefix,
    EquatableArray<SchemeModel> Schemes,
    EquatableArray<ResourceLink> Resources) : UnitModel(Context, ClientName);

/// <param name="Property">Name of the property that leads to the resource.</param>
/// <param name="TypeName">Name of the resource class.</param>
internal sealed record ResourceLink(string Property, string TypeName);

/// <param name="UsesDeprecated">Whether a type that it uses is deprecated, wherever that stands.</param>
internal sealed record ResourceUnit(
    UnitContext Context,
    string TypeName,
    string Title,
    string ClientName,
    EquatableArray<ResourceLink> Resources,
    EquatableArray<OperationModel> Operations,
    EquatableArray<TypeModel> Types,
    bool UsesDeprecated) : UnitModel(Context, TypeName);

/// <summary>Types that more than one resource uses.</summary>
internal sealed record SharedTypesUnit(UnitContext Context, string Name, EquatableArray<TypeModel> Types) : UnitModel(Context, Name)
{
    /// <summary><c>Models</c>, unless that is the client.</summary>
    public static string NameBeside(string clientName) =>
        string.Equals(clientName, "Models", StringComparison.OrdinalIgnoreCase) ? "SharedModels" : "Models";
}

internal enum SchemeKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
    OAuth,
}

/// <param name="Id">Name of the scheme in the document.</param>
/// <param name="WireName">Header, query parameter or cookie.</param>
/// <param name="Option">Property of the options class.</param>
/// <param name="Second">Of basic authentication the property of the password, of OAuth that of the token provider; else empty.</param>
/// <param name="Companions">Bit set of the schemes that are only used together with this one, itself included; 0 where it stands alone.</param>
/// <param name="Environment">Variables, the one that messages name first.</param>
internal sealed record SchemeModel(
    string Id,
    SchemeKind Kind,
    string WireName,
    string Option,
    string Second,
    ulong Companions,
    EquatableArray<string> Environment,
    Documentation Docs);
