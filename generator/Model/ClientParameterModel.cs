namespace CfGen.Generator.Model;

/// <summary>A parameter of operations that is an option of the client.</summary>
/// <param name="Name">The name in the document.</param>
/// <param name="OptionName">The property of the client's options.</param>
/// <param name="Default">The default of the document as text; null where it has none, or one that the type cannot have.</param>
/// <param name="EnvironmentVariable">The environment variable of a string; else empty.</param>
internal sealed record ClientParameterModel(
    string Name,
    string OptionName,
    TypeRef Type,
    string? Default,
    string EnvironmentVariable,
    ValueRules Rules,
    Documentation Docs
);
