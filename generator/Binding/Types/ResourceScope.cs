namespace CfGen.Generator.Binding.Types;

/// <summary>The operations among which equal inline types are one: those of a resource, and those below the same root of the tree.</summary>
/// <param name="RootName">Name of the root.</param>
/// <param name="ResourceName">Name of the resource's class without <c>Resource</c>.</param>
internal sealed record ResourceScope(string RootName, string ResourceName);
