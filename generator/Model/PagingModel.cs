namespace CfGen.Generator.Model;

/// <param name="Item">The type of an item.</param>
/// <param name="Settings">The settings and their values.</param>
/// <param name="Origin">The source of the style and the settings.</param>
internal sealed record PagingModel(
    PagingStyle Style,
    TypeRef Item,
    EquatableArray<PagingSetting> Settings,
    PagingOrigin Origin = PagingOrigin.Document
)
{
    /// <summary>The type of the object that holds the items; null if a page has all of it.</summary>
    public TypeRef? Body { get; init; }
}
