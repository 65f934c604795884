namespace CfGen.Generator.Model;

/// <param name="Name">C# name, not escaped.</param>
/// <param name="SchemaPointer">Pointer of the schema that states the rules.</param>
/// <param name="ItemRules">Of a list, the rules of each item.</param>
/// <param name="Explode">Whether the items of a list, or the properties of an object, are values of their own.</param>
/// <param name="AllowReserved">Whether a value in the query keeps characters such as <c>/</c> and <c>:</c>.</param>
internal sealed record ParameterModel(
    string Name,
    string SerializedName,
    ParameterLocation Location,
    TypeRef Type,
    bool Required,
    ValueRules Rules,
    string SchemaPointer,
    Documentation Docs,
    ValueRules ItemRules,
    ParameterStyle Style,
    bool Explode,
    bool AllowReserved = false
)
{
    /// <summary>True for a string that must be a UUID: its methods have an overload that takes a <see cref="Guid"/>.</summary>
    public bool HasGuidOverload { get; init; }
}
