namespace CfGen.Generator.Naming.Operations;

/// <summary>A derived name before conflicts are resolved.</summary>
/// <param name="Owner">The owner that the path begins with and the name leaves out, such as <c>Zones</c>; null where there is none.</param>
/// <param name="VersionedPath">The resources with the version that the name leaves out; null where there is none.</param>
/// <param name="IsFromId">True where the id of the operation has the resource and the method.</param>
internal sealed record DerivedName(
    PathOperation Operation,
    OperationName Name,
    string? Owner,
    IReadOnlyList<string>? VersionedPath,
    bool IsFromId = false
);
