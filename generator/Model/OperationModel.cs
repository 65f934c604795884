namespace CfGen.Generator.Model;

/// <summary>One operation of the document as the methods that call it.</summary>
/// <param name="Id">The operationId, or method and path if the document has none.</param>
/// <param name="HttpMethod">The HTTP method in upper case.</param>
/// <param name="Path">The path template as in the document.</param>
/// <param name="Name">The method name without <c>Async</c>.</param>
/// <param name="CreateRequestMethod">The private method that builds the request.</param>
/// <param name="ParametersType">The record of the optional parameters; null if there are none.</param>
/// <param name="Paging">The paging of a list; null for any other operation.</param>
/// <param name="Security">The alternatives, each a bit set over the client's schemes.</param>
/// <param name="Server">The operation's own base URL; empty if it uses the document's.</param>
/// <param name="IdempotencyHeader">The header parameter that takes an idempotency key; empty if the operation has none.</param>
/// <param name="Variant">The difference from the operation's first method; null for the first method itself.</param>
internal sealed record OperationModel(
    string Id,
    string HttpMethod,
    string Path,
    string Name,
    string CreateRequestMethod,
    OperationDocs Docs,
    EquatableArray<ParameterModel> Parameters,
    string? ParametersType,
    BodyModel? Body,
    ResponseModel Response,
    PagingModel? Paging,
    EquatableArray<ulong> Security,
    string Permissions,
    OperationVariant? Variant = null,
    string Server = "",
    string IdempotencyHeader = ""
)
{
    /// <summary>The scopes of each alternative of <see cref="Security"/>, separated by spaces; empty if none has any.</summary>
    public EquatableArray<string> Scopes { get; init; } = [];

    /// <summary>The types of the bodies of errors.</summary>
    public EquatableArray<ErrorBodyModel> Errors { get; init; } = [];

    /// <summary>The signatures of older documents that stay as hidden overloads.</summary>
    public EquatableArray<OlderCall> OlderCalls { get; init; } = [];

    /// <summary>The private field that describes the operation.</summary>
    public string InfoFieldName => "s_" + char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>The private field that describes the paging. The underscore keeps it apart from the fields of other operations.</summary>
    public string PagingFieldName => InfoFieldName + "_paging";
}
