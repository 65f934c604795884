namespace CfGen.Generator.Model;

/// <param name="UsesDeprecated">True if it uses a deprecated type of any file.</param>
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
