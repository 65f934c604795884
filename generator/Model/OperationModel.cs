namespace CfGen.Generator.Model;

/// <summary>One operation of the document as the methods that call it.</summary>
/// <param name="Id">operationId, or what stands for it where the document has none.</param>
/// <param name="HttpMethod">Upper case.</param>
/// <param name="Path">The route template as the document writes it.</param>
/// <param name="Name">Method name without <c>Async</c>.</param>
/// <param name="CreateRequestMethod">Name of the private method that builds the call.</param>
/// <param name="ParametersType">The record that holds the optional parameters; null where there are none.</param>
/// <param name="Paging">How its pages follow each other; null where the operation gives one value.</param>
/// <param name="Security">Alternatives, each a bit set over the client's schemes.</param>
/// <param name="Server">The operation's own base URL; empty where it has the document's.</param>
/// <param name="IdempotencyHeader">The header parameter that takes an idempotency key; empty if the operation has none.</param>
/// <param name="Variant">How it differs from the operation's first method; null where this is that.</param>
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
    /// <summary>Name of the private field that describes the operation.</summary>
    public string InfoFieldName => "s_" + char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Name of the private field that describes its paging: with a sign that no operation's own name has.</summary>
    public string PagingFieldName => InfoFieldName + "_paging";
}
