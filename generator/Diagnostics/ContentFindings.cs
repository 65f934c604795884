using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Content of a document that OpenAPI does not allow and that generated code follows in part.</summary>
internal static class ContentFindings
{
    private static readonly DiagnosticDescriptor s_noOperation = new(
        "CFG1132",
        "The document has no operation",
        "The document has no operation under 'paths' ({0}), so that its client has no method. Add a path with an operation, or declare a file that other documents refer to with Reference=\"true\".",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1132.md"
    );

    private static readonly DiagnosticDescriptor s_invalidStatus = new(
        "CFG1133",
        "The key of a response is not a status code",
        "The key '{1}' of the response at {0} is not a status code. The response is ignored; write a code such as 200, a range such as 2XX, or 'default'.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1133.md"
    );

    private static readonly DiagnosticDescriptor s_invalidHeaderName = new(
        "CFG1134",
        "HTTP does not allow the name of a response header",
        "HTTP does not allow the header name '{1}' at {0}. No response has such a header; use letters, digits and hyphens.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1134.md"
    );

    private static readonly DiagnosticDescriptor s_secondQueryString = new(
        "CFG1135",
        "An operation has a whole query string and other query parameters",
        "The parameter '{1}' at {0} adds to a parameter that is the whole query string. A request has one query string only; remove one of both.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1135.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_noOperation, s_invalidStatus, s_invalidHeaderName, s_secondQueryString];

    /// <summary>The document has no operation, selected or not.</summary>
    public static Finding NoOperation(string pointer) => new(s_noOperation, pointer);

    /// <summary>The key of a response is neither a status code nor a range of them.</summary>
    /// <param name="key">The key as the document writes it.</param>
    public static Finding InvalidStatus(string pointer, string key) => new(s_invalidStatus, pointer, key);

    /// <summary>A header of a response has a name that HTTP does not allow.</summary>
    public static Finding InvalidHeaderName(string pointer, string name) => new(s_invalidHeaderName, pointer, name);

    /// <summary>A query parameter is in an operation with a whole query string.</summary>
    /// <param name="name">The name of the later parameter.</param>
    public static Finding SecondQueryString(string pointer, string name) => new(s_secondQueryString, pointer, name);
}
