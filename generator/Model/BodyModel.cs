namespace CfGen.Generator.Model;

/// <param name="Type">The type of the body, or of one JSON line.</param>
/// <param name="MediaType">The media type that is sent; empty for the default of the kind.</param>
/// <param name="Rules">The rules of a text body.</param>
internal sealed record BodyModel(
    string Name,
    ContentKind Kind,
    TypeRef Type,
    string MediaType,
    bool Required,
    ValueRules Rules,
    string SchemaPointer,
    Documentation Docs
)
{
    /// <summary>True for a required body of any JSON, which is an empty object unless the caller passes another.</summary>
    public bool IsFreeForm { get; init; }

    /// <summary>The default of the member that asks for a stream; null where the body has no such member.</summary>
    public bool? StreamDefault { get; init; }

    /// <summary>The value that the method needs in the member that asks for a stream; null where it needs none.</summary>
    public bool? Stream { get; init; }

    /// <summary>The rules of the keys of a body that is a map; null where there are none.</summary>
    public KeyRules? KeyRules { get; init; }
}
