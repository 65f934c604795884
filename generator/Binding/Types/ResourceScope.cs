namespace CfGen.Generator.Binding.Types;

/// <summary>
/// The operations whose equal inline types become one type: those of a resource, and those below the same top-level resource.
/// </summary>
/// <param name="RootName">The name of the top-level resource.</param>
/// <param name="ResourceName">The name of the resource class without <c>Resource</c>.</param>
internal sealed record ResourceScope(string RootName, string ResourceName);
