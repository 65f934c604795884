namespace CfGen.Generator.Documents.Servers;

/// <summary>A server that the document declares.</summary>
/// <param name="Url">
/// The URL with its variables in braces: absolute, or a path below the host of the client, which begins with a slash.
/// </param>
/// <param name="Variables">The variables of the URL, in their order.</param>
internal sealed record ServerDefinition(string Url, IReadOnlyList<ServerVariableDefinition> Variables)
{
    /// <summary>The text of the server that has a control character, which no request can carry; null where there is none.</summary>
    public InvalidServerText? InvalidText { get; init; }
}

/// <summary>A text with a control character.</summary>
internal sealed record InvalidServerText(string Pointer, string Text);

/// <summary>A variable of a server's URL.</summary>
/// <param name="Default">The value where the client sets none; null where the document has none.</param>
/// <param name="AllowedValues">The values that the document allows; none where it allows all.</param>
internal sealed record ServerVariableDefinition(
    string Name,
    string? Default,
    IReadOnlyList<string> AllowedValues,
    string Description,
    string Pointer
);
