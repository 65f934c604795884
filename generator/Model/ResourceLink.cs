namespace CfGen.Generator.Model;

/// <param name="PropertyName">The property that leads to the resource.</param>
/// <param name="TypeName">The resource class.</param>
internal sealed record ResourceLink(string PropertyName, string TypeName);
