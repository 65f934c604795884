namespace CfGen.Generator.Model;

/// <param name="PropertyName">Name of the property that leads to the resource.</param>
/// <param name="TypeName">Name of the resource class.</param>
internal sealed record ResourceLink(string PropertyName, string TypeName);
