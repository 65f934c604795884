using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>References that cannot be resolved and that no operation depends on.</summary>
internal static class IgnoredReferenceFindings
{
    private static readonly DiagnosticDescriptor s_discriminatorMapping = new(
        "CFG1004",
        "A discriminator value leads to a schema that does not exist",
        "The discriminator value '{1}' at {0} leads to '{2}', which does not exist. The value is ignored; define the schema or correct the mapping.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1004.md"
    );

    private static readonly DiagnosticDescriptor s_documentation = new(
        "CFG1005",
        "A reference of documentation cannot be resolved",
        "The reference '{1}' at {0} {2}. It belongs to an example, a link or a description, and is ignored; correct the reference.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1005.md"
    );

    private static readonly DiagnosticDescriptor s_unused = new(
        "CFG1006",
        "A reference that no generated operation uses cannot be resolved",
        "The reference '{1}' at {0} {2}. No generated operation depends on it, and it is ignored; correct the reference.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1006.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_discriminatorMapping, s_documentation, s_unused];

    /// <summary>A value of a discriminator mapping cannot be resolved.</summary>
    /// <param name="value">The discriminator value.</param>
    /// <param name="reference">The target as the document writes it.</param>
    public static Finding DiscriminatorMapping(string pointer, string value, string reference) =>
        new(s_discriminatorMapping, pointer, value, reference);

    /// <summary>A reference of an example, a link or a description cannot be resolved.</summary>
    public static Finding Documentation(string pointer, string reference, ReferenceProblem problem) =>
        new(s_documentation, pointer, reference, ReferenceFindings.Describe(problem));

    /// <summary>A reference cannot be resolved, and no operation depends on it.</summary>
    public static Finding Unused(string pointer, string reference, ReferenceProblem problem) =>
        new(s_unused, pointer, reference, ReferenceFindings.Describe(problem));
}
