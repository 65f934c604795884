using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Malformed patterns of the metadata <c>Operations</c> and <c>Keep</c>, which point to the project file.</summary>
internal static class OperationPatternFindings
{
    private static readonly DiagnosticDescriptor s_unknownPrefix = new(
        "CFG2005",
        "A pattern of operations does not begin with tag:, path: or id:",
        "The pattern '{1}' of {2} does not begin with 'tag:', 'path:' or 'id:'. Write one of them before the text, such as 'tag:Users*', 'path:/users/**' or 'id:get-*', and '!' before it to exclude.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2005.md"
    );

    private static readonly DiagnosticDescriptor s_missingText = new(
        "CFG2014",
        "A pattern of operations has no text after the colon",
        "The pattern '{1}' of {2} has no text after the colon. Write the tag, path or operationId to match, or remove the pattern; '*' matches any text.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2014.md"
    );

    private static readonly DiagnosticDescriptor s_unknownMethod = new(
        "CFG2015",
        "A pattern of operations names a method that does not exist",
        "The pattern '{1}' of {2} names the HTTP method '{3}', which OpenAPI does not have. Use one of {4}, or leave out the method to match all of them.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2015.md"
    );

    private static readonly DiagnosticDescriptor s_pathWithoutSlash = new(
        "CFG2016",
        "The path of a pattern of operations does not begin with a slash",
        "The path of the pattern '{1}' of {2} does not begin with '/'. Write the path as the document does, such as 'path:/users/**', or begin it with '**'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2016.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_unknownPrefix, s_missingText, s_unknownMethod, s_pathWithoutSlash];

    /// <summary>A pattern does not begin with a prefix that exists.</summary>
    /// <param name="metadata">The name of the metadata.</param>
    /// <param name="location">The item.</param>
    public static Finding UnknownPrefix(string pattern, string metadata, LocationInfo location) =>
        new(s_unknownPrefix, "#", pattern, metadata) { Location = location };

    /// <summary>A pattern has nothing after its prefix.</summary>
    /// <param name="metadata">The name of the metadata.</param>
    /// <param name="location">The item.</param>
    public static Finding MissingText(string pattern, string metadata, LocationInfo location) =>
        new(s_missingText, "#", pattern, metadata) { Location = location };

    /// <summary>A pattern of a path names a method that OpenAPI does not have.</summary>
    /// <param name="metadata">The name of the metadata.</param>
    /// <param name="methods">The methods that exist, as one text.</param>
    /// <param name="location">The item.</param>
    public static Finding UnknownMethod(string pattern, string metadata, string method, string methods, LocationInfo location) =>
        new(s_unknownMethod, "#", pattern, metadata, method, methods) { Location = location };

    /// <summary>The path of a pattern does not begin with a slash or two stars.</summary>
    /// <param name="metadata">The name of the metadata.</param>
    /// <param name="location">The item.</param>
    public static Finding PathWithoutSlash(string pattern, string metadata, LocationInfo location) =>
        new(s_pathWithoutSlash, "#", pattern, metadata) { Location = location };
}
