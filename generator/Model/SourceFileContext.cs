namespace CfGen.Generator.Model;

/// <param name="AccessModifier">The C# access modifier.</param>
/// <param name="UsesRecords">True for records, false for classes.</param>
/// <param name="HasInterfaces">True if client and resources have interfaces.</param>
internal sealed record SourceFileContext(string Namespace, string AccessModifier, bool UsesRecords, bool HasInterfaces)
{
    /// <summary>The types of the project that stand in the place of schemas, by their indexes.</summary>
    public EquatableArray<OwnTypeModel> OwnTypes { get; init; } = EquatableArray<OwnTypeModel>.Empty;
}
