using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of an OpenApiClient item, which point to the project file.</summary>
internal static class ConfigurationFindings
{
    private static readonly DiagnosticDescriptor s_unsupportedMetadata = new(
        "CFG2001",
        "A metadata of OpenApiClient is not supported",
        "The metadata {1}=\"{2}\" of OpenApiClient is not supported by this version of CfGen. Remove it.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2001.md"
    );

    private static readonly DiagnosticDescriptor s_unusedPattern = new(
        "CFG2002",
        "A pattern of operations matches no operation",
        "The pattern '{1}' of {3} matches none of the {2} operations of the document. Correct or remove it; '*' matches any text and '**' any path segments.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2002.md"
    );

    private static readonly DiagnosticDescriptor s_sharedNamespace = new(
        "CFG2003",
        "Two documents share a namespace",
        "The namespace '{1}' is already used for '{2}'. Give each OpenApiClient item a Namespace of its own.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2003.md"
    );

    private static readonly DiagnosticDescriptor s_invalidMetadata = new(
        "CFG2004",
        "A metadata of OpenApiClient has an invalid value",
        "The metadata {1}=\"{2}\" of OpenApiClient is not valid. Allowed is {3}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2004.md"
    );

    private static readonly DiagnosticDescriptor s_unknownClientParameter = new(
        "CFG2060",
        "A name of ClientParameters is not a parameter",
        "The name '{1}' of ClientParameters is not that of a parameter of the document. Correct or remove it.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2060.md"
    );

    private static readonly DiagnosticDescriptor s_oldLanguageVersion = new(
        "CFG2061",
        "The project's version of C# is too old",
        "The project is compiled as C# {1}, and generated code needs C# {2} or later for its framework. Remove LangVersion from the project, or set it to {2} or later.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2061.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_unsupportedMetadata, s_unusedPattern, s_sharedNamespace, s_invalidMetadata, s_unknownClientParameter, s_oldLanguageVersion];

    /// <summary>A name of the item's ClientParameters is no parameter of the document.</summary>
    /// <param name="location">The item.</param>
    public static Finding UnknownClientParameter(string name, LocationInfo location) =>
        new(s_unknownClientParameter, "#", name) { Location = location };

    /// <summary>The project is compiled with a version of C# that generated code does not support.</summary>
    /// <param name="location">The item.</param>
    public static Finding OldLanguageVersion(string version, string required, LocationInfo location) =>
        new(s_oldLanguageVersion, "#", version, required) { Location = location };

    /// <summary>The item has a metadata that this version does not support.</summary>
    /// <param name="location">The item.</param>
    public static Finding UnsupportedMetadata(string name, string value, LocationInfo location) =>
        new(s_unsupportedMetadata, "#", name, value) { Location = location };

    /// <summary>A pattern of <c>Operations</c> or <c>Keep</c> matches no operation.</summary>
    /// <param name="metadata">The name of the metadata.</param>
    /// <param name="location">The item.</param>
    public static Finding UnusedPattern(string pattern, string metadata, int operationCount, LocationInfo location) =>
        new(s_unusedPattern, "#", pattern, NumberFormat.ToInvariantString(operationCount), metadata) { Location = location };

    /// <summary>Two documents share a namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="otherPath">The document that already uses it.</param>
    /// <param name="location">The item.</param>
    public static Finding SharedNamespace(string name, string otherPath, LocationInfo location) =>
        new(s_sharedNamespace, "#", name, otherPath) { Location = location };

    /// <summary>A metadata of the item has an invalid value.</summary>
    /// <param name="allowed">The allowed values, as one text.</param>
    /// <param name="location">The item.</param>
    public static Finding InvalidMetadata(string name, string value, string allowed, LocationInfo location) =>
        new(s_invalidMetadata, "#", name, value, allowed) { Location = location };
}
