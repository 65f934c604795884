namespace CfGen.Generator.Binding.Types;

/// <summary>The operations among which equal inline types are one: those of a resource, and those below the same root of the tree.</summary>
/// <param name="Root">Name of the root.</param>
/// <param name="Resource">Name of the resource's class without <c>Resource</c>.</param>
internal sealed record TypeScope(string Root, string Resource);
