using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Request and response bodies that generated code follows in part.</summary>
internal static class BodyFindings
{
    private static readonly DiagnosticDescriptor s_invalidMediaType = new(
        "CFG1010",
        "A media type is not valid",
        "The media type '{1}' at {0} is not valid. The body is handled as {2}; write a media type such as application/json.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1010.md"
    );

    private static readonly DiagnosticDescriptor s_schemaWithoutType = new(
        "CFG1011",
        "The schema of a media type has no C# type",
        "The schema of '{1}' at {0} has no C# type, because CfGen does not parse this media type. The body is typed as {2}.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1011.md"
    );

    private static readonly DiagnosticDescriptor s_requestWithoutMediaType = new(
        "CFG1012",
        "A request body has no media type",
        "The request body at {0} has no media type. The method takes no body; add a media type such as application/json.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1012.md"
    );

    private static readonly DiagnosticDescriptor s_otherRequestMediaType = new(
        "CFG1013",
        "Only one media type of a request body is used",
        "The request body at {0} can also be sent as '{1}'. The method sends '{2}'.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1013.md"
    );

    private static readonly DiagnosticDescriptor s_otherStatusMediaType = new(
        "CFG1014",
        "A response with another media type is not read",
        "The response {1} at {0} has the media type '{2}', and the method reads '{3}' of other responses. It returns {4} for the response {1}.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1014.md"
    );

    private static readonly DiagnosticDescriptor s_otherResponseMediaType = new(
        "CFG1015",
        "Only one media type of a response is used",
        "The response at {0} can also have the media type '{1}'. The method asks for '{2}'.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1015.md"
    );

    private static readonly DiagnosticDescriptor s_mediaTypeWithControlCharacter = new(
        "CFG1065",
        "A media type has a control character",
        "The media type '{1}' at {0} has a control character, which no header can carry. It is not sent, and the default of its content takes its place; correct the media type.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1065.md"
    );

    private static readonly DiagnosticDescriptor s_formWithFile = new(
        "CFG1165",
        "A form of names and values has a file",
        "The form '{1}' at {0} has the file '{2}', which names and values cannot carry. It is sent as multipart/form-data.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1165.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_invalidMediaType,
        s_schemaWithoutType,
        s_requestWithoutMediaType,
        s_otherRequestMediaType,
        s_otherStatusMediaType,
        s_otherResponseMediaType,
        s_mediaTypeWithControlCharacter,
        s_formWithFile,
    ];

    /// <summary>The media type of a body is not valid.</summary>
    /// <param name="handledAs">The handling, as in <c>JSON</c> or <c>text</c>.</param>
    public static Finding InvalidMediaType(string pointer, string mediaType, string handledAs) =>
        new(s_invalidMediaType, pointer, mediaType, handledAs);

    /// <summary>A media type of a body or of a part has a control character.</summary>
    public static Finding MediaTypeWithControlCharacter(string pointer, string mediaType) =>
        new(s_mediaTypeWithControlCharacter, pointer, mediaType);

    /// <summary>A form of names and values has a file, and is sent in parts.</summary>
    /// <param name="member">The name of the file in the form.</param>
    public static Finding FormWithFile(string pointer, string mediaType, string member) => new(s_formWithFile, pointer, mediaType, member);

    /// <summary>A body of a media type that CfGen does not parse has a schema.</summary>
    /// <param name="type">The C# type of the body.</param>
    public static Finding SchemaWithoutType(string pointer, string mediaType, string type) =>
        new(s_schemaWithoutType, pointer, mediaType, type);

    /// <summary>A request body has no media type.</summary>
    public static Finding RequestWithoutMediaType(string pointer) => new(s_requestWithoutMediaType, pointer);

    /// <summary>A request body has a further media type that the method does not send.</summary>
    /// <param name="mediaType">The media type that is not sent.</param>
    /// <param name="usedMediaType">The media type that is sent.</param>
    public static Finding OtherRequestMediaType(string pointer, string mediaType, string usedMediaType) =>
        new(s_otherRequestMediaType, pointer, mediaType, usedMediaType);

    /// <summary>A successful response has another media type than the one that the method reads.</summary>
    /// <param name="status">The status code as the document writes it.</param>
    /// <param name="usedMediaType">The media type that the method reads.</param>
    /// <param name="result">The result of the method for this response.</param>
    public static Finding OtherStatusMediaType(string pointer, string status, string mediaType, string usedMediaType, string result) =>
        new(s_otherStatusMediaType, pointer, status, mediaType, usedMediaType, result);

    /// <summary>A response has a further media type that the method does not ask for.</summary>
    /// <param name="mediaType">The media type that is not asked for.</param>
    /// <param name="usedMediaType">The media type that is asked for.</param>
    public static Finding OtherResponseMediaType(string pointer, string mediaType, string usedMediaType) =>
        new(s_otherResponseMediaType, pointer, mediaType, usedMediaType);
}
