using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Parameters that generated code cannot send as the document describes.</summary>
internal static class ParameterFindings
{
    private static readonly DiagnosticDescriptor s_unsupportedCollectionFormat = new(
        "CFG1008",
        "A collectionFormat is not supported",
        "The collectionFormat '{1}' at {0} is not supported. The values are separated by commas ('csv').",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1008.md"
    );

    private static readonly DiagnosticDescriptor s_unknownStyle = new(
        "CFG1023",
        "A parameter style does not exist",
        "The style '{1}' at {0} does not exist in OpenAPI. The parameter is sent with the default style '{2}'; correct the style.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1023.md"
    );

    private static readonly DiagnosticDescriptor s_styleNotAllowed = new(
        "CFG1024",
        "A parameter style is not allowed at its location",
        "The style '{1}' at {0} is not allowed for {2}. The value is sent with the default style '{3}'; use one of: {4}.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1024.md"
    );

    private static readonly DiagnosticDescriptor s_invalidName = new(
        "CFG1063",
        "HTTP does not allow the name of a parameter",
        "HTTP does not allow the name of the {1} parameter '{2}' at {0}. The parameter is left out; correct its name, which for a header consists of letters, digits and hyphens.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1063.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_unsupportedCollectionFormat, s_unknownStyle, s_styleNotAllowed, s_invalidName];

    /// <summary>The collectionFormat of a Swagger 2.0 parameter is not supported.</summary>
    public static Finding UnsupportedCollectionFormat(string pointer, string format) => new(s_unsupportedCollectionFormat, pointer, format);

    /// <summary>A style is not one of OpenAPI.</summary>
    /// <param name="defaultStyle">The style that is used.</param>
    public static Finding UnknownStyle(string pointer, string style, string defaultStyle) =>
        new(s_unknownStyle, pointer, style, defaultStyle);

    /// <summary>A style of OpenAPI is not allowed at the location of the parameter.</summary>
    /// <param name="parameterKind">The kind of parameter, as in <c>header parameters</c>.</param>
    /// <param name="defaultStyle">The style that is used.</param>
    /// <param name="allowedStyles">The styles that are allowed, as one text.</param>
    public static Finding StyleNotAllowed(string pointer, string style, string parameterKind, string defaultStyle, string allowedStyles) =>
        new(s_styleNotAllowed, pointer, style, parameterKind, defaultStyle, allowedStyles);

    /// <summary>HTTP does not allow the name of a header or cookie parameter.</summary>
    /// <param name="parameterKind">The kind of parameter, as in <c>header</c>.</param>
    public static Finding InvalidName(string pointer, string parameterKind, string name) =>
        new(s_invalidName, pointer, parameterKind, name);
}
