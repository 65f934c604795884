using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of overlays with the document that they are applied to.</summary>
internal static class OverlayFindings
{
    private static readonly DiagnosticDescriptor s_unmatchedQuery = new(
        "CFG1090",
        "An action of an overlay matches nothing",
        "The JSONPath '{1}' at {0} of the overlay selects nothing in the document, so the action changes nothing. Compare it with the document; an earlier action may have removed what it selects.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1090.md"
    );

    private static readonly DiagnosticDescriptor s_foreignOverlay = new(
        "CFG1091",
        "An overlay is for another document",
        "The 'extends' at {0} of the overlay names '{1}', and the overlay is applied to '{2}'. Correct 'extends', or remove it.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1091.md"
    );

    private static readonly DiagnosticDescriptor s_incompatibleValue = new(
        "CFG1092",
        "A value of an overlay does not fit the value in the document",
        "The action at {0} of the overlay cannot change {1} of the document, because it is {2} in the document and {3} in the overlay. The value stays as it is ({4} in total); remove it in an action before this one.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1092.md"
    );

    private static readonly DiagnosticDescriptor s_tooManySteps = new(
        "CFG1093",
        "The overlays of a document need too many steps",
        "The actions of the overlays up to {0} need more than {1} steps. This action is not applied as a whole; select values by their names instead of '..' and filters within filters.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1093.md"
    );

    private static readonly DiagnosticDescriptor s_tooManyValues = new(
        "CFG1095",
        "The overlays of a document add too many values",
        "The actions of the overlays up to {0} add more than {1} values to the document. This action is not applied as a whole; select fewer values.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1095.md"
    );

    private static readonly DiagnosticDescriptor s_nestedTooDeeply = new(
        "CFG1096",
        "An overlay nests values too deeply",
        "The action at {0} of the overlay would nest {1} of the document more than {2} levels deep. The value is not added ({3} in total); select another target.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1096.md"
    );

    private static readonly DiagnosticDescriptor s_removedDocument = new(
        "CFG1097",
        "An overlay removes or replaces the whole document",
        "The action at {0} of the overlay would remove or replace the whole document. The document stays as it is; select a part of it.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1097.md"
    );

    private static readonly DiagnosticDescriptor s_ambiguousCopy = new(
        "CFG1098",
        "The copy of an overlay selects several values",
        "The JSONPath '{1}' at {0} of the overlay selects {2} values of the document, and an action copies one. The action changes nothing; select one value.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1098.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_unmatchedQuery,
        s_foreignOverlay,
        s_incompatibleValue,
        s_tooManySteps,
        s_tooManyValues,
        s_nestedTooDeeply,
        s_removedDocument,
        s_ambiguousCopy,
    ];

    /// <summary>A query of an action selects nothing.</summary>
    /// <param name="pointer">The query in the overlay.</param>
    /// <param name="query">The text of the query.</param>
    public static Finding UnmatchedQuery(string pointer, string query) => new(s_unmatchedQuery, pointer, query);

    /// <summary>The <c>extends</c> of an overlay names another document.</summary>
    /// <param name="pointer">The <c>extends</c> in the overlay.</param>
    /// <param name="extends">The value of <c>extends</c>.</param>
    /// <param name="document">The path of the document that the overlay is applied to.</param>
    public static Finding ForeignOverlay(string pointer, string extends, string document) =>
        new(s_foreignOverlay, pointer, extends, document);

    /// <summary>An action has another type of value than the document.</summary>
    /// <param name="pointer">The part of the action in the overlay.</param>
    /// <param name="target">The first value of the document.</param>
    /// <param name="old">The type of the value of the document, with its article.</param>
    /// <param name="added">The type of the value of the overlay, with its article.</param>
    /// <param name="count">The number of values that stay as they are.</param>
    public static Finding IncompatibleValue(string pointer, string target, string old, string added, int count) =>
        new(s_incompatibleValue, pointer, target, old, added, NumberFormat.ToInvariantString(count));

    /// <summary>The actions need more steps than the limit.</summary>
    /// <param name="pointer">The action that exceeds the limit.</param>
    public static Finding TooManySteps(string pointer, int maximum) =>
        new(s_tooManySteps, pointer, NumberFormat.ToInvariantString(maximum));

    /// <summary>The actions add more values than the limit.</summary>
    /// <param name="pointer">The action that exceeds the limit.</param>
    public static Finding TooManyValues(string pointer, int maximum) =>
        new(s_tooManyValues, pointer, NumberFormat.ToInvariantString(maximum));

    /// <summary>An action would nest values deeper than the limit.</summary>
    /// <param name="pointer">The part of the action in the overlay.</param>
    /// <param name="target">The first value of the document.</param>
    /// <param name="maximum">The number of levels.</param>
    /// <param name="count">The number of values that are not added.</param>
    public static Finding NestedTooDeeply(string pointer, string target, int maximum, int count) =>
        new(s_nestedTooDeeply, pointer, target, NumberFormat.ToInvariantString(maximum), NumberFormat.ToInvariantString(count));

    /// <summary>An action would remove or replace the root of the document.</summary>
    /// <param name="pointer">The part of the action in the overlay.</param>
    public static Finding RemovedDocument(string pointer) => new(s_removedDocument, pointer);

    /// <summary>The query of a copy selects several values.</summary>
    /// <param name="pointer">The query in the overlay.</param>
    /// <param name="query">The text of the query.</param>
    /// <param name="count">The number of values.</param>
    public static Finding AmbiguousCopy(string pointer, string query, int count) =>
        new(s_ambiguousCopy, pointer, query, NumberFormat.ToInvariantString(count));
}
