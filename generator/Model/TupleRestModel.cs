namespace CfGen.Generator.Model;

/// <summary>The items after the positions of a tuple.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Item">The type of each item.</param>
/// <param name="MaxItems">The number of items that there can be; null without a limit.</param>
/// <param name="IsValidated">True if the items have rules.</param>
internal sealed record TupleRestModel(string Name, TypeRef Item, int? MaxItems, bool IsValidated, Documentation Docs);
