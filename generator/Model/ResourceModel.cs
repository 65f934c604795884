namespace CfGen.Generator.Model;

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
