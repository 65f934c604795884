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

/// <param name="FirstMethodName">Name of the first method without <c>Async</c>.</param>
/// <param name="SendsFiles">Whether it sends a form, where the first sends JSON.</param>
/// <param name="ReturnsEvents">Whether it asks for events, where the first asks for one value.</param>
internal sealed record OperationVariant(string FirstMethodName, bool SendsFiles, bool ReturnsEvents)
{
    /// <summary>What the name of the first method gets.</summary>
    public string NameSuffix => (SendsFiles ? "WithFiles" : "") + (ReturnsEvents ? "Streaming" : "");
}

internal sealed record OperationDocs(Documentation Documentation, SourceLine Line);

/// <param name="Name">C# name, not escaped.</param>
/// <param name="SchemaPointer">Pointer of the schema that states the rules.</param>
/// <param name="ItemRules">Of a list, the rules of each item.</param>
/// <param name="Explode">Whether the items of a list, or the properties of an object, are values of their own.</param>
/// <param name="AllowReserved">Whether a value in the query keeps characters such as <c>/</c> and <c>:</c>.</param>
internal sealed record ParameterModel(
    string Name,
    string SerializedName,
    ParameterLocation Location,
    TypeRef Type,
    bool Required,
    ValueRules Rules,
    string SchemaPointer,
    Documentation Docs,
    ValueRules ItemRules,
    ParameterStyle Style,
    bool Explode,
    bool AllowReserved = false
);

/// <summary>How a value travels where that is not the default of its place (form, or simple).</summary>
internal enum ParameterStyle
{
    Default,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Label,
    Matrix,

    /// <summary>As the text of its JSON.</summary>
    Json,

    /// <summary>As the pairs of an HTML form.</summary>
    Form,
}

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>All of the query (3.2).</summary>
    QueryString,
}

/// <summary>What is checked of a value before it is sent. Empty strings and nulls are rules that are not there.</summary>
internal sealed record ValueRules(
    StringFormat Format = StringFormat.None,
    int? MinLength = null,
    int? MaxLength = null,
    string? Pattern = null,
    decimal? Minimum = null,
    decimal? Maximum = null,
    decimal? ExclusiveMinimum = null,
    decimal? ExclusiveMaximum = null,
    decimal? MultipleOf = null,
    int? MinItems = null,
    int? MaxItems = null,
    bool UniqueItems = false
)
{
    public static ValueRules None { get; } = new();
}

/// <summary>Names are those of the runtime's enum of the same name.</summary>
internal enum StringFormat
{
    None,
    Uuid,
    DateTime,
    Date,
    Time,
    Email,
    Uri,
    Ipv4,
    Ipv6,
    Hostname,
}

/// <param name="Type">Of lines, the type of one.</param>
/// <param name="MediaType">As it is sent; empty where the kind says it.</param>
/// <param name="Rules">Of a text.</param>
internal sealed record BodyModel(
    string Name,
    ContentKind Kind,
    TypeRef Type,
    string MediaType,
    bool Required,
    ValueRules Rules,
    string SchemaPointer,
    Documentation Docs
);

/// <summary>How a body is written or read.</summary>
internal enum ContentKind
{
    Json,

    /// <summary>One JSON value a line.</summary>
    Lines,

    /// <summary>Server-sent events, of answers only.</summary>
    Events,
    Form,
    Multipart,
    Text,
    Stream,
}

/// <param name="Result">What the method gives; null where the answer has no body. Of lines, the type of one.</param>
/// <param name="ResultNullable">Whether null is a documented result.</param>
/// <param name="Accept">Media types that are asked for; empty for JSON.</param>
/// <param name="ResultStatuses">The statuses whose body is the result, where others have one too; else empty.</param>
/// <param name="SsePayload">Of events, what the type describes.</param>
internal sealed record ResponseModel(
    TypeRef? Result,
    bool ResultNullable,
    EnvelopeKind Envelope,
    bool ResultRequired,
    ContentKind Kind = ContentKind.Json,
    string Accept = "",
    EquatableArray<int>? ResultStatuses = null,
    SsePayload SsePayload = SsePayload.Data
);

/// <summary>Names are those of the runtime's enum of the same name.</summary>
internal enum SsePayload
{
    Data,
    Fields,
    TextFields,
}

/// <summary>Names are those of the runtime's enum of the same name.</summary>
internal enum EnvelopeKind
{
    None,
    Result,
    NoResult,
}

/// <param name="Item">What a page lists.</param>
/// <param name="Settings">Properties of the runtime's <c>PagingInfo</c> and their values.</param>
internal sealed record PagingModel(PagingStyle Style, TypeRef Item, EquatableArray<PagingSetting> Settings);

internal sealed record PagingSetting(string Name, string Value, bool IsNumber = false);

/// <summary>Names are those of the runtime's enum of the same name.</summary>
internal enum PagingStyle
{
    /// <summary>One page and no more.</summary>
    Single,
    PageNumber,
    Offset,
    Cursor,
    LastItem,
    Link,
    NextUrl,
}
