using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of a file that the <c>Names</c> metadata names.</summary>
internal static class NamesFileFindings
{
    private static readonly DiagnosticDescriptor s_invalidText = new(
        "CFG2006",
        "The Names file is not valid JSON or YAML",
        "The Names file '{1}' is not valid JSON or YAML: {2} ({0}). The client is generated without it; correct the file.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2006.md"
    );

    private static readonly DiagnosticDescriptor s_empty = new(
        "CFG2017",
        "The Names file is empty",
        "The Names file '{1}' is empty ({0}). The client is generated without it; write an object that maps operations to names, or remove the Names metadata.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2017.md"
    );

    private static readonly DiagnosticDescriptor s_rootNotAnObject = new(
        "CFG2018",
        "The root of the Names file is not an object",
        "The root of the Names file '{1}' is not an object ({0}). The client is generated without it; write an object that maps operations to names, such as {{ \"get-user\": \"users.read\" }}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2018.md"
    );

    private static readonly DiagnosticDescriptor s_notReceived = new(
        "CFG2019",
        "The compiler did not receive the Names file",
        "The compiler did not receive the Names file '{1}'. The client is generated without it; keep the file among the AdditionalFiles of the project.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2019.md"
    );

    private static readonly DiagnosticDescriptor s_tooLarge = new(
        "CFG2041",
        "The Names file is too large after its aliases are expanded",
        "The aliases of the Names file '{1}' expand to more than {2} values ({0}). The client is generated without it; write the values instead of aliases.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2041.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_invalidText, s_empty, s_rootNotAnObject, s_notReceived, s_tooLarge];

    /// <summary>The text of the file is not valid.</summary>
    /// <param name="detail">The message of the parser, without a period.</param>
    /// <param name="location">The place in the file.</param>
    public static Finding InvalidText(string path, string detail, LocationInfo location) =>
        new(s_invalidText, "#", path, detail) { Location = location };

    /// <summary>The file has no value.</summary>
    /// <param name="location">The place in the file.</param>
    public static Finding Empty(string path, LocationInfo location) => new(s_empty, "#", path) { Location = location };

    /// <summary>The root of the file is not an object.</summary>
    /// <param name="location">The place in the file.</param>
    public static Finding RootNotAnObject(string path, LocationInfo location) => new(s_rootNotAnObject, "#", path) { Location = location };

    /// <summary>The compiler did not receive the file.</summary>
    /// <param name="location">The item.</param>
    public static Finding NotReceived(string path, LocationInfo location) => new(s_notReceived, "#", path) { Location = location };

    /// <summary>The aliases of the file expand to too many values.</summary>
    /// <param name="maximum">The number of values that aliases may add.</param>
    /// <param name="location">The place in the file.</param>
    public static Finding TooLarge(string path, int maximum, LocationInfo location) =>
        new(s_tooLarge, "#", path, NumberFormat.ToInvariantString(maximum)) { Location = location };
}
