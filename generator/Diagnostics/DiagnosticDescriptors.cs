using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// Every diagnostic of the generator. Argument 0 of CFG0xxx and CFG1xxx is the JSON pointer; each message says the way out.
/// A document that cannot be read is an error, an operation left out is a warning, a thing degraded is information.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Reading = "CfGen.Reading";
    private const string Degraded = "CfGen.Degraded";
    private const string Configuration = "CfGen.Configuration";
    private const string Report = "CfGen.Report";

    public static readonly DiagnosticDescriptor InvalidJson = new(
        "CFG0001",
        "The document is not valid JSON",
        "Not valid JSON near {0}: {1}. Correct the document here; nothing is generated from it until then.",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0001")
    );

    public static readonly DiagnosticDescriptor InvalidYaml = new(
        "CFG0002",
        "The document is not valid YAML",
        "Not valid YAML near {0}: {1}. Correct the document here; nothing is generated from it until then.",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0002")
    );

    public static readonly DiagnosticDescriptor NotOpenApi = new(
        "CFG0003",
        "The document is not an OpenAPI document",
        "Not an OpenAPI document at {0}: {1}. The root has to be an object with 'openapi: 3.x.y' or 'swagger: \"2.0\"'; a file that others refer to is declared with Reference=\"true\".",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0003")
    );

    public static readonly DiagnosticDescriptor UnsupportedVersion = new(
        "CFG0004",
        "The OpenAPI version is not supported",
        "OpenAPI version '{1}' at {0} is not supported. Supported are 2.0, 3.0, 3.1 and 3.2.",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0004")
    );

    public static readonly DiagnosticDescriptor MissingReference = new(
        "CFG0005",
        "A reference leads nowhere",
        "The reference '{1}' at {0} {2}. Left out: {3}. Define the target or correct the reference; the other operations are generated.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0005")
    );

    public static readonly DiagnosticDescriptor DuplicateOperationId = new(
        "CFG0006",
        "Two operations have one operationId",
        "The operationId '{1}' at {0} is taken by {2} (line {3}). This operation is generated under a name from its method and path; give it an id of its own.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0006")
    );

    public static readonly DiagnosticDescriptor UndeclaredDocument = new(
        "CFG0007",
        "A reference leads to a document that is not declared",
        "The reference '{1}' at {0} leads to a document that is not declared. Left out: {3}. Add to the project: {2}.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0007")
    );

    public static readonly DiagnosticDescriptor YamlTooLarge = new(
        "CFG0008",
        "The YAML document is too large once its aliases are expanded",
        "The aliases of this YAML document expand to more than {1} values at {0}. Replace the aliases with '$ref', which is not expanded.",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0008")
    );

    public static readonly DiagnosticDescriptor TooDeep = new(
        "CFG0009",
        "The document is nested too deeply",
        "The document is nested more than {1} levels deep at {0}: what stands deeper is not read. Move inner schemas to components and refer to them.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0009")
    );

    public static readonly DiagnosticDescriptor LibraryError = new(
        "CFG0010",
        "Part of the document breaks the OpenAPI rules",
        "Not as OpenAPI has it at {0}: {1}. Left out: {2}. Correct the document here.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0010")
    );

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "CFG0011",
        "A key stands twice in one object",
        "The key '{1}' at {0} stands twice in one object (first in line {2}). The last one counts; remove one of them.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0011")
    );

    public static readonly DiagnosticDescriptor EmptyDocument = new(
        "CFG0012",
        "The document is empty",
        "The document is empty at {0}. Fill it, or remove the OpenApiClient item.",
        Reading,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0012")
    );

    public static readonly DiagnosticDescriptor SeveralYamlDocuments = new(
        "CFG0013",
        "The YAML stream has several documents",
        "The YAML stream at {0} has more than one document. Only the first is read; put the others into files of their own.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0013")
    );

    public static readonly DiagnosticDescriptor InternalError = new(
        "CFG0099",
        "A fault of the generator",
        "CfGen failed at {0} ({1}): {2}. This is a fault of the generator: please report it with that part of the document at https://github.com/cfgen/cfgen/issues.",
        Reading,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG0099")
    );

    public static readonly DiagnosticDescriptor DegradedSchema = new(
        "CFG1001",
        "A schema is typed more loosely than the document has it",
        "At {0}: {1} is typed as {2}",
        Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG1001")
    );

    public static readonly DiagnosticDescriptor OperationLeftOut = new(
        "CFG1002",
        "An operation is left out",
        "The operation {1} at {0} is left out: {2}. The others are generated; exclude it with the item's Operations metadata if that is what you want.",
        Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG1002")
    );

    public static readonly DiagnosticDescriptor DegradedValue = new(
        "CFG1003",
        "A value of the document is not honoured",
        "At {0}: {1}; {2}",
        Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG1003")
    );

    public static readonly DiagnosticDescriptor UnsupportedMetadata = new(
        "CFG2001",
        "Metadata of OpenApiClient that is not supported",
        "OpenApiClient metadata {0}=\"{1}\" is not supported. Way out: {2}.",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2001")
    );

    public static readonly DiagnosticDescriptor SelectionMatchesNothing = new(
        "CFG2002",
        "A pattern of Operations matches nothing",
        "The pattern '{1}' of Operations matches none of the {2} operations ({0}). {3}.",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2002")
    );

    public static readonly DiagnosticDescriptor SharedNamespace = new(
        "CFG2003",
        "Two documents in one namespace",
        "The namespace '{0}' is already that of '{1}'. Give each OpenApiClient a Namespace of its own.",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2003")
    );

    public static readonly DiagnosticDescriptor InvalidMetadata = new(
        "CFG2004",
        "Metadata of OpenApiClient with an invalid value",
        "OpenApiClient metadata {0}=\"{1}\" is not valid. Allowed: {2}.",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2004")
    );

    public static readonly DiagnosticDescriptor MalformedPattern = new(
        "CFG2005",
        "A pattern of Operations is malformed",
        "The pattern '{1}' of Operations is malformed: {2} ({0}). Write 'tag:Name*', 'path:/a/*/b/**', 'path:GET /a' or 'id:name*', with '!' before it to exclude.",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2005")
    );

    public static readonly DiagnosticDescriptor UnusableNames = new(
        "CFG2006",
        "The Names file cannot be read",
        "The Names file '{1}' cannot be read: {2} ({0}). The document is generated without it.",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2006")
    );

    public static readonly DiagnosticDescriptor NameOfNoOperation = new(
        "CFG2007",
        "An entry of the Names file is no operation of the document",
        "The entry '{1}' of the Names file is no operation of the document ({0}). A key is an operationId, or a method and a path as the document has it: 'GET /users/{{id}}'.",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2007")
    );

    public static readonly DiagnosticDescriptor RefusedName = new(
        "CFG2008",
        "An entry of the Names file cannot be honoured",
        "The entry '{1}' of the Names file cannot be honoured: {2} ({0}). What it concerns is called as without it.",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2008")
    );

    public static readonly DiagnosticDescriptor RefusedPaging = new(
        "CFG2009",
        "The paging that an operation states cannot be honoured",
        "'x-cfgen-paging' at {0} cannot be honoured: {1}. Pages are inferred as without it.",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG2009")
    );

    public static readonly DiagnosticDescriptor Inferred = new(
        "CFG4001",
        "Report: something the document does not say was inferred",
        "Inferred at {0}: {1}",
        Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG4001")
    );

    public static readonly DiagnosticDescriptor ReportedDegraded = new(
        "CFG4002",
        "Report: something was degraded",
        "Degraded: {1} ({2})",
        Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG4002")
    );

    public static readonly DiagnosticDescriptor ReportedLeftOut = new(
        "CFG4003",
        "Report: an operation was left out",
        "Left out: {1} at {0}: {2}",
        Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG4003")
    );

    public static readonly DiagnosticDescriptor ReportedTotals = new(
        "CFG4004",
        "Report: the totals",
        "{1} operations in the document: {2} generated, {3} left out, {4} not selected. Inferred: {5}. Degraded: {6}.",
        Report,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink("CFG4004")
    );

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        InvalidJson,
        InvalidYaml,
        NotOpenApi,
        UnsupportedVersion,
        MissingReference,
        DuplicateOperationId,
        UndeclaredDocument,
        YamlTooLarge,
        TooDeep,
        LibraryError,
        DuplicateKey,
        EmptyDocument,
        SeveralYamlDocuments,
        InternalError,
        DegradedSchema,
        OperationLeftOut,
        DegradedValue,
        UnsupportedMetadata,
        SelectionMatchesNothing,
        SharedNamespace,
        InvalidMetadata,
        MalformedPattern,
        UnusableNames,
        NameOfNoOperation,
        RefusedName,
        RefusedPaging,
        Inferred,
        ReportedDegraded,
        ReportedLeftOut,
        ReportedTotals,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>The descriptor of an id; an id that is none is a fault of ours and throws.</summary>
    public static DiagnosticDescriptor GetDescriptor(string id) => s_byId[id];

    /// <summary>What a build shows of the id only when it is asked for details.</summary>
    public static bool IsInfo(string id) => s_byId[id].DefaultSeverity == DiagnosticSeverity.Info;

    /// <summary>The message of an id.</summary>
    public static string FormatMessage(string id, string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, s_byId[id].MessageFormat.ToString(CultureInfo.InvariantCulture), [.. arguments]);

    private static string GetHelpLink(string id) => "https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/" + id + ".md";
}
