using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Lines of the report that <c>CfGenReport</c> prints.</summary>
internal static class ReportFindings
{
    private static readonly DiagnosticDescriptor s_inference = new(
        "CFG4001",
        "Report: something was inferred",
        "Inferred at {0}: {1}",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4001.md"
    );

    private static readonly DiagnosticDescriptor s_degradation = new(
        "CFG4002",
        "Report: something was degraded",
        "Degraded: {1} ({2})",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4002.md"
    );

    private static readonly DiagnosticDescriptor s_skippedOperation = new(
        "CFG4003",
        "Report: an operation was skipped",
        "Skipped: {1} at {0}: {2}",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4003.md"
    );

    private static readonly DiagnosticDescriptor s_totals = new(
        "CFG4004",
        "Report: the totals",
        "The document has {1} operations: {2} generated, {3} skipped, {4} not selected. Inferred: {5}. Degraded: {6}. Diagnostics: {7}.",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4004.md"
    );

    private static readonly DiagnosticDescriptor s_usedOperation = new(
        "CFG4005",
        "Report: an operation was emitted",
        "Emitted: {1} ({2})",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4005.md"
    );

    private static readonly DiagnosticDescriptor s_usedTotals = new(
        "CFG4006",
        "Report: the part of a client that was emitted",
        "Emitted: {1} of {2} operations, and {3} of {4} types, of {5}",
        DiagnosticCategories.Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG4006.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_inference, s_degradation, s_skippedOperation, s_totals, s_usedOperation, s_usedTotals];

    /// <summary>Something that the document does not say was inferred.</summary>
    /// <param name="description">A sentence without a period.</param>
    /// <param name="kind">The kind that the totals count, as in <c>envelope</c>.</param>
    public static Finding Inference(string pointer, string description, string kind) => new(s_inference, pointer, description, kind);

    /// <summary>Returns the kind of an inference, which the totals count.</summary>
    public static string GetInferenceKind(Finding inference) => inference.Arguments[1];

    /// <summary>A finding that the build does not show, repeated as a warning.</summary>
    public static Finding Degradation(Finding finding) =>
        new(s_degradation, finding.Pointer, finding.Message, finding.Id) { Location = finding.Location };

    /// <summary>An operation was skipped.</summary>
    /// <param name="operation">The operation's method and path.</param>
    /// <param name="reason">The reason as a clause, without a period.</param>
    public static Finding SkippedOperation(string pointer, string operation, string reason) =>
        new(s_skippedOperation, pointer, operation, reason);

    /// <summary>The totals of the report.</summary>
    /// <param name="inferences">The inferences by kind, as one text.</param>
    /// <param name="diagnostics">The diagnostics by id, as one text.</param>
    public static Finding Totals(
        string pointer,
        int operationCount,
        int generatedCount,
        int skippedCount,
        int unselectedCount,
        string inferences,
        int degradationCount,
        string diagnostics
    ) =>
        new(
            s_totals,
            pointer,
            NumberFormat.ToInvariantString(operationCount),
            NumberFormat.ToInvariantString(generatedCount),
            NumberFormat.ToInvariantString(skippedCount),
            NumberFormat.ToInvariantString(unselectedCount),
            inferences,
            NumberFormat.ToInvariantString(degradationCount),
            diagnostics
        );

    /// <summary>An operation of a client with <c>Emit="used"</c> was emitted.</summary>
    /// <param name="method">The class and the method.</param>
    /// <param name="operation">The operation's method and path.</param>
    /// <param name="location">The item.</param>
    public static Finding UsedOperation(string method, string operation, LocationInfo location) =>
        new(s_usedOperation, "#", method, operation) { Location = location };

    /// <summary>The totals of a client with <c>Emit="used"</c>.</summary>
    /// <param name="client">The class of the client.</param>
    /// <param name="location">The item.</param>
    public static Finding UsedTotals(
        int operationCount,
        int allOperationCount,
        int typeCount,
        int allTypeCount,
        string client,
        LocationInfo location
    ) =>
        new(
            s_usedTotals,
            "#",
            NumberFormat.ToInvariantString(operationCount),
            NumberFormat.ToInvariantString(allOperationCount),
            NumberFormat.ToInvariantString(typeCount),
            NumberFormat.ToInvariantString(allTypeCount),
            client
        )
        {
            Location = location,
        };

    /// <summary>True for a line of the report.</summary>
    public static bool IsReportLine(Finding finding) => Descriptors.Any(descriptor => descriptor.Id == finding.Id);

    /// <summary>True for an inference, which only a report prints.</summary>
    public static bool IsInference(Finding finding) => finding.Id == s_inference.Id;
}
