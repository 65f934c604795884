namespace CfGen.Generator.Model;

/// <param name="PropertyName">The property that leads to the resource.</param>
/// <param name="TypeName">The resource class.</param>
/// <param name="Description">The description of the resource; empty if the document has none.</param>
internal sealed record ResourceLink(string PropertyName, string TypeName, string Description)
{
    /// <summary>The private field that holds the resource once it is used.</summary>
    public string FieldName => "_" + char.ToLowerInvariant(PropertyName[0]) + PropertyName.Substring(1) + "Resource";
}
