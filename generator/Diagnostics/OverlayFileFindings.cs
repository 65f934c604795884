using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of the files that the <c>Overlay</c> metadata names.</summary>
internal static class OverlayFileFindings
{
    private static readonly DiagnosticDescriptor s_invalidText = new(
        "CFG2042",
        "An overlay is not valid JSON or YAML",
        "The overlay '{1}' is not valid JSON or YAML: {2} ({0}). The client is generated without it; correct the file.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2042.md"
    );

    private static readonly DiagnosticDescriptor s_empty = new(
        "CFG2043",
        "An overlay is empty",
        "The overlay '{1}' is empty ({0}). The client is generated without it; write an object with 'overlay', 'info' and 'actions', or remove the file from the Overlay metadata.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2043.md"
    );

    private static readonly DiagnosticDescriptor s_tooLarge = new(
        "CFG2044",
        "An overlay is too large after its aliases are expanded",
        "The aliases of the overlay '{1}' expand to more than {2} values ({0}). The client is generated without it; write the values instead of aliases.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2044.md"
    );

    private static readonly DiagnosticDescriptor s_notReceived = new(
        "CFG2045",
        "The compiler did not receive an overlay",
        "The compiler did not receive the overlay '{1}'. The client is generated without it; keep the file among the AdditionalFiles of the project.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2045.md"
    );

    private static readonly DiagnosticDescriptor s_rootNotAnObject = new(
        "CFG2046",
        "The root of an overlay is not an object",
        "The root of the overlay '{1}' is not an object ({0}). The client is generated without it; write an object with 'overlay', 'info' and 'actions'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2046.md"
    );

    private static readonly DiagnosticDescriptor s_unsupportedVersion = new(
        "CFG2047",
        "The version of an overlay is not supported",
        "The version '{1}' at {0} of the overlay is not supported. Write a version 1.0.x or 1.1.x, such as 'overlay: 1.1.0'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2047.md"
    );

    private static readonly DiagnosticDescriptor s_missingField = new(
        "CFG2048",
        "An overlay lacks a field",
        "The overlay has no '{1}', or an empty one, at {0}. Add it; an action that lacks a field is not applied.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2048.md"
    );

    private static readonly DiagnosticDescriptor s_wrongType = new(
        "CFG2049",
        "A field of an overlay has the wrong type",
        "The value at {0} of the overlay is not {1}. Correct it; an action with such a value is not applied.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2049.md"
    );

    private static readonly DiagnosticDescriptor s_unknownField = new(
        "CFG2050",
        "An overlay has an unknown field",
        "The field '{1}' at {0} of the overlay is not known. The fields are {2}; another field starts with 'x-'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2050.md"
    );

    private static readonly DiagnosticDescriptor s_repeatedAction = new(
        "CFG2051",
        "An overlay has the same action twice",
        "The action at {0} of the overlay is already in its list. It is applied once; remove one of the two.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2051.md"
    );

    private static readonly DiagnosticDescriptor s_updateAndCopy = new(
        "CFG2052",
        "An action of an overlay has both update and copy",
        "The action at {0} of the overlay has both 'update' and 'copy', which exclude each other. Keep one of the two; the action is not applied.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2052.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_invalidText,
        s_empty,
        s_tooLarge,
        s_notReceived,
        s_rootNotAnObject,
        s_unsupportedVersion,
        s_missingField,
        s_wrongType,
        s_unknownField,
        s_repeatedAction,
        s_updateAndCopy,
    ];

    /// <summary>The text of an overlay is not valid.</summary>
    /// <param name="detail">The message of the parser, without a period.</param>
    /// <param name="location">The place in the file.</param>
    public static Finding InvalidText(string path, string detail, LocationInfo location) =>
        new(s_invalidText, "#", path, detail) { Location = location };

    /// <summary>An overlay has no value.</summary>
    /// <param name="location">The place in the file.</param>
    public static Finding Empty(string path, LocationInfo location) => new(s_empty, "#", path) { Location = location };

    /// <summary>The aliases of an overlay expand to too many values.</summary>
    /// <param name="maximum">The number of values that aliases may add.</param>
    /// <param name="location">The place in the file.</param>
    public static Finding TooLarge(string path, int maximum, LocationInfo location) =>
        new(s_tooLarge, "#", path, NumberFormat.ToInvariantString(maximum)) { Location = location };

    /// <summary>The compiler did not receive an overlay.</summary>
    /// <param name="location">The item.</param>
    public static Finding NotReceived(string path, LocationInfo location) => new(s_notReceived, "#", path) { Location = location };

    /// <summary>The root of an overlay is not an object.</summary>
    public static Finding RootNotAnObject(string path) => new(s_rootNotAnObject, "#", path);

    /// <summary>The version of an overlay is not supported.</summary>
    public static Finding UnsupportedVersion(string pointer, string version) => new(s_unsupportedVersion, pointer, version);

    /// <summary>A field is missing or empty.</summary>
    /// <param name="pointer">The object that lacks the field, or the empty field.</param>
    public static Finding MissingField(string pointer, string name) => new(s_missingField, pointer, name);

    /// <summary>A value has the wrong type.</summary>
    /// <param name="type">The right type, with its article.</param>
    public static Finding WrongType(string pointer, string type) => new(s_wrongType, pointer, type);

    /// <summary>An object has a field that it cannot have.</summary>
    /// <param name="known">The fields that it can have, as one text.</param>
    public static Finding UnknownField(string pointer, string name, string known) => new(s_unknownField, pointer, name, known);

    /// <summary>An action is equal to one before it.</summary>
    public static Finding RepeatedAction(string pointer) => new(s_repeatedAction, pointer);

    /// <summary>An action has two values to merge.</summary>
    public static Finding UpdateAndCopy(string pointer) => new(s_updateAndCopy, pointer);
}
