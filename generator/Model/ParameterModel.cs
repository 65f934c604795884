namespace CfGen.Generator.Model;

/// <param name="Name">The C# name, not escaped.</param>
/// <param name="SchemaPointer">The pointer of the schema with the rules.</param>
/// <param name="ItemRules">The rules of each item of a list.</param>
/// <param name="Explode">True if each item of a list, or each property of an object, is a separate value.</param>
/// <param name="AllowReserved">True if a value in the query keeps characters such as <c>/</c> and <c>:</c>.</param>
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
    /// <summary>The only value of a required parameter, as text, which is sent without being passed; null if there are others.</summary>
    public string? Constant { get; init; }

    /// <summary>
    /// The number of the client's option that has the value unless a call passes one; null where the value belongs to the call.
    /// </summary>
    public int? Option { get; init; }

    /// <summary>True for a string that must be a UUID: its methods have an overload that takes a <see cref="Guid"/>.</summary>
    public bool HasGuidOverload { get; init; }

    /// <summary>The location and the name in the request.</summary>
    public string Place => $"{Location}:{SerializedName}";

    /// <summary>The name as a property of the record of optional parameters.</summary>
    public string PropertyName => char.ToUpperInvariant(Name[0]) + Name.Substring(1);
}
