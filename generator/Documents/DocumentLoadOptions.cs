using CfGen.Generator.Configuration;

namespace CfGen.Generator.Documents;

/// <summary>What the user asked of reading.</summary>
/// <param name="Operations">
/// The patterns of the item's <c>Operations</c>, already cut at <c>;</c>. Empty: every operation.
/// See <see cref="OperationPattern"/> for what one may say.
/// </param>
internal sealed record DocumentLoadOptions(IReadOnlyList<string> Operations)
{
    /// <summary>The project's folder, so that messages can name files as the project file would; null leaves them as they are.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>Every operation of the document.</summary>
    public static DocumentLoadOptions All { get; } = new(Operations: []);
}
