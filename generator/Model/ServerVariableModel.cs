namespace CfGen.Generator.Model;

/// <summary>A variable of the URLs of servers.</summary>
/// <param name="Name">The name between the braces.</param>
/// <param name="OptionName">The property of the client's options.</param>
/// <param name="Default">The value where the options have none; null where the document has no default.</param>
/// <param name="AllowedValues">The values that the document allows; none where it allows all.</param>
internal sealed record ServerVariableModel(
    string Name,
    string OptionName,
    string? Default,
    EquatableArray<string> AllowedValues,
    Documentation Docs
);
