namespace CfGen.Generator.Model;

/// <summary>The form of a union case that is a tuple: it tells tuples and lists apart.</summary>
/// <param name="Kinds">The letters of the JSON types of each position; empty allows all.</param>
/// <param name="RequiredCount">The number of items that an array must have.</param>
/// <param name="IsClosed">True if there are no items after the positions.</param>
internal sealed record TupleShape(EquatableArray<string> Kinds, int RequiredCount, bool IsClosed);
