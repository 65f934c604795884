using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;

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

    /// <summary>The item in the project file, which has the problems of the patterns.</summary>
    public LocationInfo ProjectLocation { get; init; } = LocationInfo.ForFile("");

    /// <summary>Every operation of the document.</summary>
    public static DocumentLoadOptions All { get; } = new(Operations: []);
}
