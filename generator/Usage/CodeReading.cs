using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Usage;

/// <summary>The switch of <c>Emit="used"</c>.</summary>
internal static class CodeReading
{
    /// <summary>
    /// The feature of the parse options that a build sets, and an IDE does not. It is no property of the editorconfig file, which builds and
    /// IDEs share.
    /// </summary>
    public const string Feature = "cfgen-emit-used";

    /// <summary>True if the build emits only what code uses.</summary>
    public static bool IsEnabled(ParseOptions options) => options.Features.ContainsKey(Feature);
}
