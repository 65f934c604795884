namespace CfGen.Generator.Model;

/// <param name="Type">Of lines, the type of one.</param>
/// <param name="MediaType">As it is sent; empty where the kind says it.</param>
/// <param name="Rules">Of a text.</param>
internal sealed record BodyModel(
    string Name,
    ContentKind Kind,
    TypeRef Type,
    string MediaType,
    bool Required,
    ValueRules Rules,
    string SchemaPointer,
    Documentation Docs
);
