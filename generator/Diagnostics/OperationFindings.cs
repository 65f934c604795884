using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Operations that are skipped, and values of operations that are ignored.</summary>
internal static class OperationFindings
{
    private static readonly DiagnosticDescriptor s_undeclaredPathParameter = new(
        "CFG1002",
        "A path parameter is not declared",
        "The path of the operation '{1}' at {0} contains '{{{2}}}', and no path parameter of that name is declared. The method takes a string for it; declare the parameter.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1002.md"
    );

    private static readonly DiagnosticDescriptor s_unknownProperty = new(
        "CFG1003",
        "A property is not part of OpenAPI",
        "The property '{1}' at {0} is not part of OpenAPI here. It is ignored; correct its name or its place.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1003.md"
    );

    private static readonly DiagnosticDescriptor s_notAnObject = new(
        "CFG1017",
        "A value that must be an object is not one",
        "The value at {0} must be an object. Skipped: {1}. Correct the document here; all other operations are generated.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1017.md"
    );

    private static readonly DiagnosticDescriptor s_unsendableText = new(
        "CFG1061",
        "The path or the server of an operation has a control character",
        "The {2} of the operation '{1}' at {0} has a control character, which no request can carry: '{3}'. The operation is skipped; correct the {2}, or exclude the operation with the Operations metadata of the item.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1061.md"
    );

    private static readonly DiagnosticDescriptor s_methodInOtherCase = new(
        "CFG1113",
        "A method is not in lower case",
        "The method '{1}' at {0} is not in lower case. It is taken for '{2}'; write it in lower case.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1113.md"
    );

    private static readonly DiagnosticDescriptor s_pathWithoutSlash = new(
        "CFG1114",
        "A path does not begin with a slash",
        "The path '{1}' at {0} does not begin with a slash. It is taken for '/{1}'; write the slash.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1114.md"
    );

    private static readonly DiagnosticDescriptor s_duplicateKey = new(
        "CFG1115",
        "A path or method is declared twice",
        "The key '{1}' at {0} means '{2}', which the document has as well. It is ignored, with its operations; remove one of them.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1115.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_undeclaredPathParameter,
        s_unknownProperty,
        s_notAnObject,
        s_unsendableText,
        s_methodInOtherCase,
        s_pathWithoutSlash,
        s_duplicateKey,
    ];

    /// <summary>The path of an operation contains a parameter that is not declared.</summary>
    /// <param name="operation">The operation's id, or its method and path.</param>
    /// <param name="parameter">The name of the parameter.</param>
    public static Finding UndeclaredPathParameter(string pointer, string operation, string parameter) =>
        new(s_undeclaredPathParameter, pointer, operation, parameter);

    /// <summary>The path or the own server of an operation has a control character.</summary>
    /// <param name="operation">The operation's id, or its method and path.</param>
    /// <param name="part">The part of the URL, as in <c>path</c>.</param>
    /// <param name="text">The text of the part.</param>
    public static Finding UnsendableText(string pointer, string operation, string part, string text) =>
        new(s_unsendableText, pointer, operation, part, text);

    /// <summary>The method of an operation is not in lower case.</summary>
    public static Finding MethodInOtherCase(string pointer, string written, string method) =>
        new(s_methodInOtherCase, pointer, written, method);

    /// <summary>A path has no slash at its start.</summary>
    public static Finding PathWithoutSlash(string pointer, string path) => new(s_pathWithoutSlash, pointer, path);

    /// <summary>A key means a path or method that is beside it.</summary>
    public static Finding DuplicateKey(string pointer, string written, string meant) => new(s_duplicateKey, pointer, written, meant);

    /// <summary>A property is not part of OpenAPI at its place.</summary>
    /// <param name="name">The name of the property.</param>
    public static Finding UnknownProperty(string pointer, string name) => new(s_unknownProperty, pointer, name);

    /// <summary>A value that holds operations is not an object.</summary>
    /// <param name="skipped">The paths or operations that are skipped.</param>
    public static Finding NotAnObject(string pointer, string skipped) => new(s_notAnObject, pointer, skipped);
}
