using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// Differences between a client and its listing: a descriptor for each <see cref="ChangeKind"/>. The message names the member, what a change
/// can do, and the use of the member in the project.
/// </summary>
internal static class ChangeFindings
{
    private const string Effect = " This {2}, and {3}.";

    private static readonly DiagnosticDescriptor s_methodRemoved = Create(
        "CFG5001",
        "A method is gone",
        "The method {1} of '{4}' is gone."
    );
    private static readonly DiagnosticDescriptor s_methodRenamed = Create(
        "CFG5002",
        "A method has another name",
        "The method {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_resourceRemoved = Create(
        "CFG5003",
        "A resource is gone",
        "The resource {1} ({4}) is gone."
    );
    private static readonly DiagnosticDescriptor s_resourceRenamed = Create(
        "CFG5004",
        "A resource has another name",
        "The resource {1} ({4}) is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_typeRemoved = Create("CFG5005", "A type is gone", "The type {1} is gone.");
    private static readonly DiagnosticDescriptor s_typeRenamed = Create(
        "CFG5006",
        "A type has another name",
        "The type {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_memberRemoved = Create("CFG5007", "A member is gone", "The member {1} is gone.");
    private static readonly DiagnosticDescriptor s_memberRenamed = Create(
        "CFG5008",
        "A member has another name",
        "The member {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_parameterRemoved = Create(
        "CFG5009",
        "A parameter is gone",
        "The parameter {1} is gone."
    );
    private static readonly DiagnosticDescriptor s_parameterRenamed = Create(
        "CFG5010",
        "A parameter has another name",
        "The parameter {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_optionRemoved = Create(
        "CFG5011",
        "An option of the client is gone",
        "The option {1} is gone."
    );
    private static readonly DiagnosticDescriptor s_optionRenamed = Create(
        "CFG5012",
        "An option of the client has another name",
        "The option {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_enumValueRemoved = Create(
        "CFG5013",
        "A value of an enumeration is gone",
        "The value {1} is gone."
    );
    private static readonly DiagnosticDescriptor s_enumValueRenamed = Create(
        "CFG5014",
        "A value of an enumeration has another name",
        "The value {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_enumValueRenumbered = Create(
        "CFG5015",
        "A value of an enumeration has another number",
        "The number of {1} in Known is {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_unionCaseRemoved = Create(
        "CFG5016",
        "A case of a union is gone",
        "The case {1} is gone."
    );
    private static readonly DiagnosticDescriptor s_unionCaseAdded = Create("CFG5017", "A union has a new case", "The case {1} is new.");
    private static readonly DiagnosticDescriptor s_typeKindChanged = Create(
        "CFG5018",
        "A type is of another kind",
        "The type {1} was listed as {4} and is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_memberTypeChanged = Create(
        "CFG5019",
        "A member has another type",
        "The type of {1} is {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_parameterTypeChanged = Create(
        "CFG5020",
        "A parameter has another type",
        "The type of the parameter {1} is {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_resultChanged = Create(
        "CFG5021",
        "A method returns another type",
        "The method {1} returns {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_errorTypeChanged = Create(
        "CFG5022",
        "The body of an error has another type",
        "The body of the error {1} is {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_requiredParameterAdded = Create(
        "CFG5023",
        "A method has a new required parameter",
        "The required parameter {1} is new."
    );
    private static readonly DiagnosticDescriptor s_parameterRequired = Create(
        "CFG5024",
        "A parameter is newly required",
        "The parameter {1} is newly required."
    );
    private static readonly DiagnosticDescriptor s_parameterOptional = Create(
        "CFG5025",
        "A parameter is not required any more",
        "The parameter {1} is not required any more."
    );
    private static readonly DiagnosticDescriptor s_argumentsReordered = Create(
        "CFG5026",
        "Arguments are in another order",
        "The arguments of {1} are {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_memberRequired = Create(
        "CFG5027",
        "A member is newly required",
        "The member {1} is required in the new client."
    );
    private static readonly DiagnosticDescriptor s_memberOptional = Create(
        "CFG5028",
        "A member is not required any more",
        "The member {1} is not required any more."
    );
    private static readonly DiagnosticDescriptor s_memberNullable = Create(
        "CFG5029",
        "A member can be null",
        "The member {1} can be null in the new client."
    );
    private static readonly DiagnosticDescriptor s_memberNotNullable = Create(
        "CFG5030",
        "A member can no longer be null",
        "The member {1} can no longer be null."
    );
    private static readonly DiagnosticDescriptor s_directionChanged = Create(
        "CFG5031",
        "A member or a type has other directions",
        "The member {1} is {5} in the new client."
    );
    private static readonly DiagnosticDescriptor s_ruleNarrowed = Create(
        "CFG5032",
        "A rule is narrower",
        "The rules of {1} are narrower: {5}."
    );
    private static readonly DiagnosticDescriptor s_ruleWidened = Create("CFG5033", "A rule is wider", "The rules of {1} are wider: {5}.");
    private static readonly DiagnosticDescriptor s_defaultMoved = Create(
        "CFG5034",
        "A default is another one",
        "The default of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_authenticationChanged = Create(
        "CFG5035",
        "The authentication is another one",
        "The authentication of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_pagingChanged = Create(
        "CFG5036",
        "The paging is another one",
        "The paging of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_wireFormChanged = Create(
        "CFG5037",
        "A value is sent or read in another form",
        "The form of {1} in requests or responses is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_routeChanged = Create(
        "CFG5038",
        "An operation has another address",
        "The address of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_baseUrlChanged = Create(
        "CFG5039",
        "The client has another base URL",
        "The base URL of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_deprecated = Create(
        "CFG5040",
        "A member is deprecated",
        "The member {1} is deprecated in the new client."
    );
    private static readonly DiagnosticDescriptor s_noLongerDeprecated = Create(
        "CFG5041",
        "A member is not deprecated any more",
        "The member {1} is not deprecated any more."
    );
    private static readonly DiagnosticDescriptor s_added = Create("CFG5042", "A member is new", "The member {1} is new.");
    private static readonly DiagnosticDescriptor s_enumValueAdded = Create(
        "CFG5043",
        "An enumeration has a new value",
        "The value {1} is new."
    );
    private static readonly DiagnosticDescriptor s_settingChanged = Create(
        "CFG5044",
        "A setting of the item is another one",
        "The setting of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_detailChanged = Create(
        "CFG5045",
        "A detail is another one",
        "A detail of {1} is another one: {5} instead of {4}."
    );
    private static readonly DiagnosticDescriptor s_summary = new(
        "CFG5046",
        "The client differs from its listing",
        "The client differs from the listing '{1}'. Changes that break the source: {2}, at run time only: {3}, safe: {4}. The project uses {5} of them. Read the other diagnostics of CFG5000 in a detailed log or an IDE, then write the listing anew with 'dotnet build -t:WriteApiListing'.",
        DiagnosticCategories.Changes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG5046.md"
    );

    // In the order of ChangeKind.
    private static readonly DiagnosticDescriptor[] s_byKind =
    [
        s_methodRemoved,
        s_methodRenamed,
        s_resourceRemoved,
        s_resourceRenamed,
        s_typeRemoved,
        s_typeRenamed,
        s_memberRemoved,
        s_memberRenamed,
        s_parameterRemoved,
        s_parameterRenamed,
        s_optionRemoved,
        s_optionRenamed,
        s_enumValueRemoved,
        s_enumValueRenamed,
        s_enumValueRenumbered,
        s_unionCaseRemoved,
        s_unionCaseAdded,
        s_typeKindChanged,
        s_memberTypeChanged,
        s_parameterTypeChanged,
        s_resultChanged,
        s_errorTypeChanged,
        s_requiredParameterAdded,
        s_parameterRequired,
        s_parameterOptional,
        s_argumentsReordered,
        s_memberRequired,
        s_memberOptional,
        s_memberNullable,
        s_memberNotNullable,
        s_directionChanged,
        s_ruleNarrowed,
        s_ruleWidened,
        s_defaultMoved,
        s_authenticationChanged,
        s_pagingChanged,
        s_wireFormChanged,
        s_routeChanged,
        s_baseUrlChanged,
        s_deprecated,
        s_noLongerDeprecated,
        s_added,
        s_enumValueAdded,
        s_settingChanged,
        s_detailChanged,
    ];

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. s_byKind, s_summary];

    /// <summary>A difference between the client and its listing.</summary>
    /// <param name="pointer">The place in the new document.</param>
    /// <param name="member">The member.</param>
    /// <param name="effect">What the change does, as a verb and its object.</param>
    /// <param name="use">The use of the member in the project, as a clause.</param>
    /// <param name="old">The value in the listing; empty where the message has none.</param>
    /// <param name="current">The value in the client; empty where the message has none.</param>
    public static Finding Change(ChangeKind kind, string pointer, string member, string effect, string use, string old, string current) =>
        new(s_byKind[(int)kind], pointer, member, effect, use, old, current);

    /// <summary>The number of differences.</summary>
    public static Finding Summary(string pointer, string listing, int source, int runTime, int safe, int used) =>
        new(
            s_summary,
            pointer,
            listing,
            NumberFormat.ToInvariantString(source),
            NumberFormat.ToInvariantString(runTime),
            NumberFormat.ToInvariantString(safe),
            NumberFormat.ToInvariantString(used)
        );

    private static DiagnosticDescriptor Create(string id, string title, string message) =>
        new(
            id,
            title,
            message + Effect,
            DiagnosticCategories.Changes,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            helpLinkUri: DiagnosticCategories.HelpFolder + id + ".md"
        );
}
