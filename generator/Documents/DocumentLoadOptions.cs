using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents;

/// <summary>The options for loading a document.</summary>
/// <param name="Operations">
/// The patterns of the item's <c>Operations</c>. None selects every operation. See <see cref="OperationPattern"/> for their form.
/// </param>
internal sealed record DocumentLoadOptions(IReadOnlyList<string> Operations)
{
    /// <summary>The folder of the project. Messages show paths relative to it. Null shows them as they are.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>The item in the project file, which has the problems of the patterns.</summary>
    public LocationInfo ProjectLocation { get; init; } = LocationInfo.ForFile("");

    /// <summary>The names of the item's <c>ClientParameters</c>.</summary>
    public IReadOnlyList<string> ClientParameters { get; init; } = [];

    /// <summary>The patterns of the item's <c>Keep</c>, of the same form as those of <c>Operations</c>.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>The overlays to apply, in their order.</summary>
    public IReadOnlyList<DocumentText> Overlays { get; init; } = [];

    /// <summary>The options that load every operation.</summary>
    public static DocumentLoadOptions All { get; } = new(Operations: []);
}
