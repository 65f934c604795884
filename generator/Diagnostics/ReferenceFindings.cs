using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of references (<c>$ref</c>).</summary>
internal static class ReferenceFindings
{
    private static readonly DiagnosticDescriptor s_unresolvedReference = new(
        "CFG0005",
        "A reference cannot be resolved",
        "The reference '{1}' at {0} {2}. Skipped: {3}. Define the target or correct the reference; all other operations are generated.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0005.md"
    );

    private static readonly DiagnosticDescriptor s_undeclaredDocument = new(
        "CFG0007",
        "A reference leads to a document that is not declared",
        "The reference '{1}' at {0} leads to a document that the project does not declare. Skipped: {3}. Add to the project: {2}.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0007.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_unresolvedReference, s_undeclaredDocument];

    /// <summary>A reference that operations depend on cannot be resolved.</summary>
    /// <param name="reason">The reason as a predicate, as in <c>leads to nothing</c>.</param>
    /// <param name="skippedOperations">The operations that are skipped, as one text.</param>
    public static Finding UnresolvedReference(string pointer, string reference, string reason, string skippedOperations) =>
        new(s_unresolvedReference, pointer, reference, reason, skippedOperations);

    /// <summary>A reference leads to a document that the project does not declare.</summary>
    /// <param name="declaration">The line to add to the project.</param>
    /// <param name="skippedOperations">The operations that are skipped, as one text.</param>
    public static Finding UndeclaredDocument(string pointer, string reference, string declaration, string skippedOperations) =>
        new(s_undeclaredDocument, pointer, reference, declaration, skippedOperations);
}
