using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems that keep a document, or operations of it, from being read.</summary>
internal static class DocumentFindings
{
    // A longer value would make the message hard to read.
    private const int MaximumLength = 60;

    private static readonly DiagnosticDescriptor s_missingVersion = new(
        "CFG0003",
        "The document has neither openapi nor swagger",
        "This is not an OpenAPI document, because its root has neither 'openapi' nor 'swagger' ({0}). Add 'openapi: 3.x.y' or 'swagger: \"2.0\"', or declare a file that other documents refer to with Reference=\"true\".",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0003.md"
    );

    private static readonly DiagnosticDescriptor s_rootNotAnObject = new(
        "CFG0015",
        "The root of the document is not an object",
        "This is not an OpenAPI document, because its root is not an object ({0}). Write an object with 'openapi: 3.x.y' or 'swagger: \"2.0\"', or declare a file that other documents refer to with Reference=\"true\".",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0015.md"
    );

    private static readonly DiagnosticDescriptor s_versionNotAString = new(
        "CFG0016",
        "The OpenAPI version is not a string",
        "The OpenAPI version at {0} is not a string. Write 'openapi: 3.x.y' or 'swagger: \"2.0\"'.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0016.md"
    );

    private static readonly DiagnosticDescriptor s_unsupportedVersion = new(
        "CFG0004",
        "The OpenAPI version is not supported",
        "The OpenAPI version '{1}' at {0} is not supported. The supported versions are 2.0, 3.0, 3.1 and 3.2.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0004.md"
    );

    private static readonly DiagnosticDescriptor s_duplicateOperationId = new(
        "CFG0006",
        "Two operations have the same operationId",
        "The operationId '{1}' at {0} is already used by {2} in line {3}. This operation is named after its method and path; give it an operationId of its own.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0006.md"
    );

    private static readonly DiagnosticDescriptor s_invalidValue = new(
        "CFG0010",
        "A value does not follow the OpenAPI specification",
        "The value at {0} does not follow the OpenAPI specification: {1}. The value is ignored; correct it.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0010.md"
    );

    private static readonly DiagnosticDescriptor s_unreadablePart = new(
        "CFG0014",
        "A part of the document cannot be read",
        "The part of the document at {0} cannot be read. Skipped: {1}. Correct the document here; all other operations are generated.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0014.md"
    );

    private static readonly DiagnosticDescriptor s_internalError = new(
        "CFG0099",
        "CfGen has an internal error",
        "CfGen has an internal error at {0} while {1}: {2}. This is a bug in CfGen. Please report it with this part of the document at https://github.com/cfgen/cfgen/issues.",
        DiagnosticCategories.Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG0099.md"
    );

    private static readonly DiagnosticDescriptor s_serverWithControlCharacter = new(
        "CFG1062",
        "The server has a control character",
        "The server '{1}' at {0} has a control character, which no URL can have. The client has no URL of its own, and calls fail until the options have a BaseUrl; correct the server.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1062.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_missingVersion,
        s_rootNotAnObject,
        s_versionNotAString,
        s_unsupportedVersion,
        s_duplicateOperationId,
        s_invalidValue,
        s_unreadablePart,
        s_internalError,
        s_serverWithControlCharacter,
    ];

    /// <summary>The root has no version of OpenAPI.</summary>
    public static Finding MissingVersion(string pointer) => new(s_missingVersion, pointer);

    /// <summary>The root is a list or a single value.</summary>
    public static Finding RootNotAnObject(string pointer) => new(s_rootNotAnObject, pointer);

    /// <summary>The version is neither a string nor a number.</summary>
    public static Finding VersionNotAString(string pointer) => new(s_versionNotAString, pointer);

    /// <summary>The version of the document is not supported.</summary>
    /// <param name="version">The version as the document writes it.</param>
    public static Finding UnsupportedVersion(string pointer, string version) => new(s_unsupportedVersion, pointer, version);

    /// <summary>Two operations have the same operationId.</summary>
    /// <param name="pointer">The second operationId.</param>
    /// <param name="firstOperation">The first operation: its method and path.</param>
    /// <param name="firstLine">The line of the first operationId, counted from 1.</param>
    public static Finding DuplicateOperationId(string pointer, string operationId, string firstOperation, int firstLine) =>
        new(s_duplicateOperationId, pointer, operationId, firstOperation, NumberFormat.ToInvariantString(firstLine));

    /// <summary>The OpenAPI library rejects a value, which is ignored.</summary>
    /// <param name="detail">The message of the library, without a period.</param>
    public static Finding InvalidValue(string pointer, string detail) => new(s_invalidValue, pointer, detail);

    /// <summary>The OpenAPI library throws at a value, which is left out.</summary>
    /// <param name="value">The value as JSON.</param>
    public static Finding UnreadableValue(string pointer, string value) =>
        InvalidValue(pointer, (value.Length <= MaximumLength ? value : value.Substring(0, MaximumLength) + "...") + " is not allowed here");

    /// <summary>The OpenAPI library fails at an operation or component.</summary>
    /// <param name="pointer">The operation or component.</param>
    /// <param name="skippedOperations">The operations that are skipped, as one text.</param>
    public static Finding UnreadablePart(string pointer, string skippedOperations) => new(s_unreadablePart, pointer, skippedOperations);

    /// <summary>The URL of the document's server has a control character.</summary>
    /// <param name="server">The text that has it.</param>
    public static Finding ServerWithControlCharacter(string pointer, string server) => new(s_serverWithControlCharacter, pointer, server);

    /// <summary>CfGen fails with an exception that it does not expect.</summary>
    /// <param name="activity">The activity that failed, as in <c>reading the document</c>.</param>
    public static Finding InternalError(string pointer, string activity, Exception exception) =>
        new(s_internalError, pointer, activity, FormatException(exception));

    private static string FormatException(Exception exception) =>
        exception.GetType().Name + ": " + exception.Message.Split(['\r', '\n'], 2)[0].TrimEnd('.');
}
