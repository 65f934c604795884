using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of references (<c>$ref</c>).</summary>
internal static class ReferenceFindings
{
    private static readonly DiagnosticDescriptor s_leadsToNothing = new(
        "CFG0005",
        "A reference leads to nothing",
        "The reference '{1}' at {0} leads to nothing. {2} Define the target or correct the reference.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0005.md"
    );

    private static readonly DiagnosticDescriptor s_cycle = new(
        "CFG0017",
        "A reference is part of a cycle",
        "The reference '{1}' at {0} is part of a cycle. {2} Replace one reference of the cycle by a definition.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0017.md"
    );

    private static readonly DiagnosticDescriptor s_notAnObject = new(
        "CFG0018",
        "A reference leads to something that is not an object",
        "The reference '{1}' at {0} leads to something that is not an object. {2} Define an object there or correct the reference.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0018.md"
    );

    private static readonly DiagnosticDescriptor s_invalidDocument = new(
        "CFG0019",
        "A reference leads to a document that is not valid",
        "The reference '{1}' at {0} leads to a document that is not valid. {2} Correct that document, which has an error of its own.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0019.md"
    );

    private static readonly DiagnosticDescriptor s_wholeSection = new(
        "CFG0020",
        "A reference leads to a whole section of the document",
        "The reference '{1}' at {0} leads to a whole section of the document. {2} Correct the reference so that it names one component, such as '#/components/schemas/Order'.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0020.md"
    );

    private static readonly DiagnosticDescriptor s_missingAnchor = new(
        "CFG0021",
        "A reference leads to an anchor that does not exist",
        "The reference '{1}' at {0} leads to an anchor that does not exist. {2} Define it with '$anchor' or correct the reference.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0021.md"
    );

    private static readonly DiagnosticDescriptor s_undeclaredDocument = new(
        "CFG0007",
        "A reference leads to a document that is not declared",
        "The reference '{1}' at {0} leads to a document that the project does not declare. {3} Add to the project: {2}.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0007.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_leadsToNothing, s_cycle, s_notAnObject, s_invalidDocument, s_wholeSection, s_missingAnchor, s_undeclaredDocument];

    /// <summary>A reference cannot be resolved.</summary>
    /// <param name="problem">Any problem but an undeclared document.</param>
    /// <param name="consequences">The operations that are skipped, and the places that accept any JSON, as sentences.</param>
    public static Finding UnresolvedReference(ReferenceProblem problem, string pointer, string reference, string consequences) =>
        new(GetDescriptor(problem), pointer, reference, consequences);

    /// <summary>A reference leads to a document that the project does not declare.</summary>
    /// <param name="declaration">The line to add to the project.</param>
    /// <param name="consequences">The operations that are skipped, and the places that accept any JSON, as sentences.</param>
    public static Finding UndeclaredDocument(string pointer, string reference, string declaration, string consequences) =>
        new(s_undeclaredDocument, pointer, reference, declaration, consequences);

    /// <summary>Returns the problem as a predicate, as in <c>leads to nothing</c>.</summary>
    public static string Describe(ReferenceProblem problem) =>
        problem switch
        {
            ReferenceProblem.Cycle => "is part of a cycle",
            ReferenceProblem.NotAnObject => "leads to something that is not an object",
            ReferenceProblem.InvalidDocument => "leads to a document that is not valid",
            ReferenceProblem.UndeclaredDocument => "leads to a document that is not declared",
            ReferenceProblem.WholeSection => "leads to a whole section of the document",
            ReferenceProblem.MissingAnchor => "leads to an anchor that does not exist",
            _ => "leads to nothing",
        };

    private static DiagnosticDescriptor GetDescriptor(ReferenceProblem problem) =>
        problem switch
        {
            ReferenceProblem.LeadsToNothing => s_leadsToNothing,
            ReferenceProblem.Cycle => s_cycle,
            ReferenceProblem.NotAnObject => s_notAnObject,
            ReferenceProblem.InvalidDocument => s_invalidDocument,
            ReferenceProblem.WholeSection => s_wholeSection,
            ReferenceProblem.MissingAnchor => s_missingAnchor,
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "The problem has a factory of its own."),
        };
}
