using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>The diagnostics that count those that are not shown.</summary>
internal static class LimitFindings
{
    private static readonly DiagnosticDescriptor s_moreWarnings = new(
        "CFG1130",
        "A document has more warnings of one kind than are shown",
        "From {0} on the document has {1} more warnings of the kind {2}, which are not shown. Correct those that are shown, or build with CfGenReport=true to see all.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1130.md"
    );

    private static readonly DiagnosticDescriptor s_moreNotes = new(
        "CFG1131",
        "A document has more notes of one kind than are shown",
        "From {0} on the document has {1} more notes of the kind {2}, which are not shown. Build with CfGenReport=true to see all.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1131.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_moreWarnings, s_moreNotes];

    /// <summary>Some findings of one id are not shown.</summary>
    /// <param name="first">The first one of them.</param>
    /// <param name="count">The number of them.</param>
    public static Finding Rest(Finding first, int count) =>
        new(first.IsInfo ? s_moreNotes : s_moreWarnings, first.Pointer, NumberFormat.ToInvariantString(count), first.Id)
        {
            Location = first.Location,
        };
}
