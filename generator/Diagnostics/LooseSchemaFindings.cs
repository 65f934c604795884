using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Schemas and responses that get a looser type than the document seems to mean.</summary>
internal static class LooseSchemaFindings
{
    private static readonly DiagnosticDescriptor s_responseWithoutType = new(
        "CFG1150",
        "A response without a type is returned as null",
        "The response {1} at {0} is JSON without a type, and the response {2} has one. The method returns null for the response {1}.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1150.md"
    );

    private static readonly DiagnosticDescriptor s_keywordOfOtherType = new(
        "CFG1151",
        "A keyword does not belong to the type of its schema",
        "The keyword at {0} describes the type {1}, and the schema is of type {2}. The keyword is ignored; correct it or the type.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1151.md"
    );

    private static readonly DiagnosticDescriptor s_enumOfObjects = new(
        "CFG1152",
        "An enum of objects or lists is typed as JsonElement",
        "The enum at {0} has a value that is an object or a list. It is typed as JsonElement; describe the values by properties.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1152.md"
    );

    private static readonly DiagnosticDescriptor s_unknownType = new(
        "CFG1153",
        "A type of a schema does not exist",
        "The type '{1}' at {0} does not exist. It is read as {2}; write a type of JSON Schema.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1153.md"
    );

    private static readonly DiagnosticDescriptor s_contentOfEmptyResponse = new(
        "CFG1154",
        "A response that has no content in HTTP has a schema",
        "The response {1} at {0} has a schema, but HTTP allows no content with this status. Nothing is read; correct the status, for example to 200.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1154.md"
    );

    private static readonly DiagnosticDescriptor s_binaryJson = new(
        "CFG1155",
        "A JSON response in a binary format is a stream",
        "The response at {0} has the media type '{1}' and a binary format. The method returns the bytes as they are; write a media type such as application/octet-stream.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1155.md"
    );

    private static readonly DiagnosticDescriptor s_anyObjectAmongTypes = new(
        "CFG1156",
        "A schema that accepts any object and other types is typed as JsonElement",
        "The schema at {0} accepts objects without properties together with other types. It is typed as JsonElement; describe the objects by properties.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1156.md"
    );

    private static readonly DiagnosticDescriptor s_unboundDynamicReference = new(
        "CFG1157",
        "A dynamic reference has no binding",
        "The reference '#{1}' at {0} has no binding, and its anchor is missing or there are several. Any value is accepted; bind it by $dynamicAnchor in the $defs of the schema that refers to this one.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1157.md"
    );

    private static readonly DiagnosticDescriptor s_uncheckedRule = new(
        "CFG1158",
        "A rule of a schema is not checked",
        "The rule at {0} is not checked before sending. The API checks it; nothing needs to be done.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1158.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_responseWithoutType,
        s_keywordOfOtherType,
        s_enumOfObjects,
        s_unknownType,
        s_contentOfEmptyResponse,
        s_binaryJson,
        s_anyObjectAmongTypes,
        s_unboundDynamicReference,
        s_uncheckedRule,
    ];

    /// <summary>A response is JSON without a type, and another one has a type.</summary>
    /// <param name="status">The status as the document writes it.</param>
    /// <param name="typedStatus">The status of the response that has a type.</param>
    public static Finding ResponseWithoutType(string pointer, string status, string typedStatus) =>
        new(s_responseWithoutType, pointer, status, typedStatus);

    /// <summary>A keyword stands in a schema of another type.</summary>
    /// <param name="type">The type that the keyword describes.</param>
    /// <param name="schemaType">The types of the schema.</param>
    public static Finding KeywordOfOtherType(string pointer, string type, string schemaType) =>
        new(s_keywordOfOtherType, pointer, type, schemaType);

    /// <summary>A value of an enum is an object or a list.</summary>
    public static Finding EnumOfObjects(string pointer) => new(s_enumOfObjects, pointer);

    /// <summary>A type is none of JSON Schema.</summary>
    /// <param name="type">The type as the document writes it.</param>
    /// <param name="meaning">The type that is used instead.</param>
    public static Finding UnknownType(string pointer, string type, string meaning) => new(s_unknownType, pointer, type, meaning);

    /// <summary>A response has a schema although its status has no content.</summary>
    public static Finding ContentOfEmptyResponse(string pointer, string status) => new(s_contentOfEmptyResponse, pointer, status);

    /// <summary>A JSON response is of a binary format.</summary>
    public static Finding BinaryJson(string pointer, string mediaType) => new(s_binaryJson, pointer, mediaType);

    /// <summary>A schema accepts any object beside other types.</summary>
    public static Finding AnyObjectAmongTypes(string pointer) => new(s_anyObjectAmongTypes, pointer);

    /// <summary>A keyword has a rule that is not checked.</summary>
    public static Finding UncheckedRule(string pointer) => new(s_uncheckedRule, pointer);

    /// <summary>A <c>$dynamicRef</c> that no schema binds leads to none or several anchors.</summary>
    /// <param name="name">The name of the anchor.</param>
    public static Finding UnboundDynamicReference(string pointer, string name) => new(s_unboundDynamicReference, pointer, name);
}
