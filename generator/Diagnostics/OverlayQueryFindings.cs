using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of the JSONPath queries of overlays.</summary>
internal static class OverlayQueryFindings
{
    private static readonly DiagnosticDescriptor s_invalidQuery = new(
        "CFG2053",
        "A JSONPath of an overlay is not valid",
        "The JSONPath '{1}' at {0} of the overlay is not valid: {2}. The action is not applied; correct the query.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2053.md"
    );

    private static readonly DiagnosticDescriptor s_unquotedName = new(
        "CFG1094",
        "A JSONPath of an overlay has a name that needs quotes",
        "The JSONPath '{1}' at {0} of the overlay has the name '{2}' without quotes, and a name with a hyphen needs them. Other tools may not read it; write ['{2}'].",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1094.md"
    );

    private static readonly DiagnosticDescriptor s_invalidPattern = new(
        "CFG1099",
        "A pattern of an overlay matches nothing",
        "The pattern '{1}' in the JSONPath at {0} of the overlay is not one that JSONPath has, so it matches nothing: {2}. Write a pattern of RFC 9485, such as '[0-9]+'.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1099.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_invalidQuery, s_unquotedName, s_invalidPattern];

    /// <summary>A query is not valid.</summary>
    /// <param name="pointer">The query in the overlay.</param>
    /// <param name="query">The text of the query.</param>
    /// <param name="detail">The message of the parser, without a period.</param>
    /// <param name="location">The wrong part of the query.</param>
    public static Finding InvalidQuery(string pointer, string query, string detail, LocationInfo location) =>
        new(s_invalidQuery, pointer, query, detail) { Location = location };

    /// <summary>A query has a name with a hyphen and without quotes.</summary>
    /// <param name="pointer">The query in the overlay.</param>
    /// <param name="query">The text of the query.</param>
    /// <param name="location">The name.</param>
    public static Finding UnquotedName(string pointer, string query, string name, LocationInfo location) =>
        new(s_unquotedName, pointer, query, name) { Location = location };

    /// <summary>A query has a pattern that is not valid.</summary>
    /// <param name="pointer">The query in the overlay.</param>
    /// <param name="detail">The message of the parser, without a period.</param>
    /// <param name="location">The pattern.</param>
    public static Finding InvalidPattern(string pointer, string pattern, string detail, LocationInfo location) =>
        new(s_invalidPattern, pointer, pattern, detail) { Location = location };
}
