namespace CfGen.Generator.Model;

/// <param name="Description">The description of the resource; empty if the document has none.</param>
/// <param name="IsClient">True for the operations of the client itself: a part of its class, in a file of its own.</param>
/// <param name="UsesDeprecated">True if it uses a deprecated type of any file.</param>
internal sealed record ResourceModel(
    SourceFileContext Context,
    string TypeName,
    string Title,
    string Description,
    string ClientName,
    bool IsClient,
    EquatableArray<ResourceLink> Resources,
    EquatableArray<OperationModel> Operations,
    EquatableArray<TypeModel> Types,
    bool UsesDeprecated
) : SourceFileModel(Context, IsClient ? TypeName + "Operations" : TypeName);
