using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Schemas that generated code follows in part.</summary>
internal static class SchemaFindings
{
    private static readonly DiagnosticDescriptor s_recursiveWithoutObject = new(
        "CFG1001",
        "A schema that contains only itself is typed as JsonElement",
        "The schema at {0} is a list, a map or a union that contains only itself. It is typed as JsonElement.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1001.md"
    );

    private static readonly DiagnosticDescriptor s_notASchema = new(
        "CFG1007",
        "A value that is not a schema is read as any value",
        "The value {1} at {0} is not a schema. It is read as a schema without rules; write a schema such as {{ type: string }}.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1007.md"
    );

    private static readonly DiagnosticDescriptor s_tooManyAlternatives = new(
        "CFG1016",
        "A schema has too many alternatives for a union type",
        "The schema at {0} has more alternatives (oneOf or anyOf) than a union type supports. It is typed as JsonElement.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1016.md"
    );

    private static readonly DiagnosticDescriptor s_unsupportedPattern = new(
        "CFG1060",
        "A pattern is not a regular expression of .NET",
        "The pattern '{1}' at {0} is not checked, because {2}. Values are sent without this check; correct the pattern.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1060.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_recursiveWithoutObject, s_notASchema, s_tooManyAlternatives, s_unsupportedPattern];

    /// <summary>A list, map or union contains only itself.</summary>
    public static Finding RecursiveWithoutObject(string pointer) => new(s_recursiveWithoutObject, pointer);

    /// <summary>A value stands where a schema is expected.</summary>
    /// <param name="value">The value as JSON.</param>
    public static Finding NotASchema(string pointer, string value) => new(s_notASchema, pointer, value);

    /// <summary>A schema has more alternatives than a union type supports.</summary>
    public static Finding TooManyAlternatives(string pointer) => new(s_tooManyAlternatives, pointer);

    /// <summary>A pattern has no counterpart in .NET.</summary>
    /// <param name="pattern">The pattern as the document writes it.</param>
    /// <param name="problem">The problem as a clause, as in <c>a group is not closed</c>.</param>
    public static Finding UnsupportedPattern(string pointer, string pattern, string problem) =>
        new(s_unsupportedPattern, pointer, pattern, problem);
}
