using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of a document's text: its syntax, its size and its depth.</summary>
internal static class ParsingFindings
{
    private static readonly DiagnosticDescriptor s_invalidJson = new(
        "CFG0001",
        "The document is not valid JSON",
        "The text near {0} is not valid JSON: {1}. Correct the document; no code is generated from it until then.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0001.md"
    );

    private static readonly DiagnosticDescriptor s_invalidYaml = new(
        "CFG0002",
        "The document is not valid YAML",
        "The text near {0} is not valid YAML: {1}. Correct the document; no code is generated from it until then.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0002.md"
    );

    private static readonly DiagnosticDescriptor s_yamlTooLarge = new(
        "CFG0008",
        "The YAML document is too large after its aliases are expanded",
        "The aliases of this YAML document expand to more than {1} values at {0}. Use '$ref' instead of aliases; references are not expanded.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0008.md"
    );

    private static readonly DiagnosticDescriptor s_nestedTooDeeply = new(
        "CFG0009",
        "The document is nested too deeply",
        "The document is nested more than {1} levels deep at {0}. Deeper values are not read. Move inner schemas to components and refer to them.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0009.md"
    );

    private static readonly DiagnosticDescriptor s_duplicateKey = new(
        "CFG0011",
        "An object has the same key twice",
        "The key '{1}' at {0} is already in line {2} of the same object. The last value is used; remove one of the two.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0011.md"
    );

    private static readonly DiagnosticDescriptor s_emptyDocument = new(
        "CFG0012",
        "The document is empty",
        "The document is empty ({0}). Write its content, or remove the OpenApiClient item.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0012.md"
    );

    private static readonly DiagnosticDescriptor s_severalYamlDocuments = new(
        "CFG0013",
        "The YAML stream has several documents",
        "The YAML stream has more than one document ({0}). Only the first document is read; move the others to files of their own.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0013.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_invalidJson, s_invalidYaml, s_yamlTooLarge, s_nestedTooDeeply, s_duplicateKey, s_emptyDocument, s_severalYamlDocuments];

    /// <summary>The text is not valid JSON.</summary>
    /// <param name="pointer">The value that holds the error.</param>
    /// <param name="detail">The error, without a period at its end.</param>
    /// <param name="location">The place of the error.</param>
    public static Finding InvalidJson(string pointer, string detail, LocationInfo location) =>
        new(s_invalidJson, pointer, detail) { Location = location };

    /// <summary>The text is not valid YAML.</summary>
    /// <param name="pointer">The value that holds the error.</param>
    /// <param name="detail">The error, without a period at its end.</param>
    /// <param name="location">The place of the error.</param>
    public static Finding InvalidYaml(string pointer, string detail, LocationInfo location) =>
        new(s_invalidYaml, pointer, detail) { Location = location };

    /// <summary>The aliases of a YAML document expand to too many values.</summary>
    /// <param name="maximum">The number of values that aliases may add.</param>
    /// <param name="location">The alias that exceeds the limit.</param>
    public static Finding YamlTooLarge(string pointer, int maximum, LocationInfo location) =>
        new(s_yamlTooLarge, pointer, NumberFormat.ToInvariantString(maximum)) { Location = location };

    /// <summary>A value is nested too deeply to be read.</summary>
    /// <param name="maximum">The number of levels that are read.</param>
    /// <param name="location">The value.</param>
    public static Finding NestedTooDeeply(string pointer, int maximum, LocationInfo location) =>
        new(s_nestedTooDeeply, pointer, NumberFormat.ToInvariantString(maximum)) { Location = location };

    /// <summary>An object has the same key twice.</summary>
    /// <param name="pointer">The second of the two values.</param>
    /// <param name="firstLine">The line of the first key, counted from 1.</param>
    /// <param name="location">The second key.</param>
    public static Finding DuplicateKey(string pointer, string key, int firstLine, LocationInfo location) =>
        new(s_duplicateKey, pointer, key, NumberFormat.ToInvariantString(firstLine)) { Location = location };

    /// <summary>The document has no value.</summary>
    /// <param name="location">The start of the document.</param>
    public static Finding EmptyDocument(LocationInfo location) => new(s_emptyDocument, "#") { Location = location };

    /// <summary>A YAML stream has more than one document.</summary>
    /// <param name="location">The start of the second document.</param>
    public static Finding SeveralYamlDocuments(LocationInfo location) => new(s_severalYamlDocuments, "#") { Location = location };
}
