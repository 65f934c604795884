namespace CfGen.Generator.Model;

/// <summary>An array whose positions have types of their own, as a record or class.</summary>
/// <param name="Positions">The positions; the name in JSON is the index.</param>
/// <param name="Rest">The items after the positions; null if there are none.</param>
/// <param name="IsValidated">True if it is sent and has rules.</param>
/// <param name="Directions">The directions of JSON that it supports.</param>
internal sealed record TupleModel(
    string Name,
    Documentation Docs,
    EquatableArray<PropertyModel> Positions,
    TupleRestModel? Rest,
    bool IsValidated,
    SerializationDirections Directions
) : TypeModel(Name, Docs)
{
    /// <summary>The number of items that an array must have.</summary>
    public int RequiredCount => Positions.Count(p => p.Required);
}
