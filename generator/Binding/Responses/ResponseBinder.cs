using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Paging;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>What an operation gives: the documented 2xx answers, without their envelopes where they have them.</summary>
/// <param name="producing">Of Swagger 2.0, where media types stand elsewhere and an answer without a schema has no body: the operations that have media types of their own. Null for others.</param>
internal sealed class ResponseBinder(SchemaResolver shapes, TypeBinder types, HashSet<OperationKey>? producing, FindingCollector findings)
{
    private readonly ResultBinder _results = new(shapes);
    private readonly EventPayloads _events = new(shapes);

    /// <summary>The documented successes.</summary>
    public IReadOnlyList<SuccessResponse> ReadSuccesses(OpenApiOperation operation, OperationKey site)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        return [.. GetSuccessStatuses(responses).Select(s => ReadResponse(s, responses[s], site))];
    }

    public (ResponseModel Response, PagingModel? Paging) Bind(
        IReadOnlyList<SuccessResponse> answers,
        OperationKey site,
        IReadOnlyList<ParameterModel> parameters,
        JsonNode? statedPaging,
        string typeName
    )
    {
        (ResponseModel response, ResolvedSchema? envelope, ResolvedSchema? result) = BindContent(answers, site, typeName);
        if (statedPaging is not null)
        {
            PagingModel? paging = ExplicitPaging.Bind(
                statedPaging,
                site.Method,
                parameters,
                result is null ? null : response.Result,
                types,
                out string? fault
            );
            if (fault is null)
                return (response, paging);
            findings.Add(ConfigurationFindings.InvalidPaging($"{site.Pointer}/{ExplicitPaging.ExtensionName}", fault));
        }

        return (
            response,
            result is null
                ? null
                : PagingBinder.Bind(
                    site.Method,
                    parameters,
                    envelope!,
                    result,
                    answers.Any(a => a.HasLinkHeader),
                    response.Result!,
                    shapes,
                    types
                )
        );
    }

    /// <returns>With the shapes of the answer and of its result, where that is JSON with a type of its own.</returns>
    private (ResponseModel Response, ResolvedSchema? Envelope, ResolvedSchema? Result) BindContent(
        IReadOnlyList<SuccessResponse> answers,
        OperationKey site,
        string typeName
    )
    {
        List<SuccessResponse> carrying = [.. answers.Where(a => a.Content is not null)];
        if (carrying.Count == 0 || site.Method == "head")
            return (new ResponseModel(null, false, EnvelopeKind.None, false), null, null);
        ContentKind kind = carrying[0].Content!.Kind;
        List<MediaContent> contents = [.. carrying.Where(a => a.Content!.Kind == kind).Select(a => a.Content!)];
        foreach (MediaContent content in contents)
            content.ReportUnsupported(findings);
        // A value of another kind under another status is none that this method could give: it gives null then.
        List<SuccessResponse> others = [.. carrying.Where(a => a.Content!.Kind != kind)];
        foreach (SuccessResponse other in others)
            findings.Add(
                BodyFindings.OtherStatusMediaType(other.Content!.Pointer, other.Status, other.Content!.MediaType, contents[0].MediaType)
            );
        // A stream or a text that is not there is none, not an empty one.
        bool lacks =
            kind is ContentKind.Stream or ContentKind.Text
            && answers.Count > carrying.Count
            && carrying.TrueForAll(a => a.StatusCode is not null);
        EquatableArray<int> statuses =
            others.Count == 0 && !lacks
                ? []
                : carrying.Where(a => a.Content!.Kind == kind).Select(a => a.StatusCode).OfType<int>().ToEquatable();
        bool nullable = others.Count > 0 || lacks;
        string accept = CreateAcceptHeader(
            carrying.Where(a => a.Content!.Kind == kind).Concat(others).SelectMany(a => a.AcceptedMediaTypes)
        );
        if (kind is ContentKind.Text or ContentKind.Stream)
            return (
                new ResponseModel(
                    kind == ContentKind.Text ? TypeRef.String : TypeRef.Stream,
                    nullable,
                    EnvelopeKind.None,
                    false,
                    kind,
                    accept,
                    statuses
                ),
                null,
                null
            );
        // Lines are an answer of their own; of JSON an answer without a body is null.
        nullable |= kind == ContentKind.Json && answers.Count > carrying.Count;
        (ResponseModel response, ResolvedSchema? shape) = BindTyped(contents, kind, accept, statuses, nullable, site, typeName);
        return (response, contents[0].Resolved, kind == ContentKind.Json ? shape : null);
    }

    /// <summary>The events that an operation can give where its answer can be of another type too; null where there are none with a type.</summary>
    public ResponseModel? BindEvents(IReadOnlyList<SuccessResponse> answers, OperationKey site, ResponseModel other, string typeName) =>
        other is { Result: not null, Kind: not ContentKind.ServerSentEvents }
        && answers.Select(a => a.EventContent).FirstOrDefault(e => e is not null) is { } events
            ? BindTyped([events], ContentKind.ServerSentEvents, CreateAcceptHeader([events.MediaType]), [], false, site, typeName).Response
            : null;

    /// <returns>With the shape of the result, where it has a type of its own.</returns>
    private (ResponseModel Response, ResolvedSchema? Result) BindTyped(
        List<MediaContent> contents,
        ContentKind kind,
        string accept,
        EquatableArray<int> statuses,
        bool nullable,
        OperationKey site,
        string typeName
    )
    {
        if (contents[0].Schema is not { } first)
            return (new ResponseModel(TypeRef.Json, nullable, EnvelopeKind.None, false, kind, accept, statuses), null);
        ResponseResult result =
            kind == ContentKind.Json
                ? _results.Bind([.. contents.Select(c => c.Schema).OfType<SchemaIntersection>()], site.Pointer + "/responses")
                : new ResponseResult(first, EnvelopeKind.None);
        if (result.Schema is not { } schema)
            return (new ResponseModel(null, false, result.Envelope, false, kind, accept, statuses), null);
        ResolvedSchema shape = shapes.Resolve(schema);
        TypeRef type = types.Bind(schema, shape, typeName);
        ResponseModel response = new(
            type,
            nullable || result.MayBeMissing || shape.IsNullable,
            result.Envelope,
            result.IsRequired,
            kind,
            accept,
            statuses
        )
        {
            SsePayload = contents[0].EventPayload ?? SsePayload.Data,
        };
        return (response, shape);
    }

    /// <summary>In ordinal order of their statuses; <c>default</c> where it is the only one that can be a success.</summary>
    private static List<string> GetSuccessStatuses(OpenApiResponses responses)
    {
        List<string> successes =
        [
            .. responses.Keys.Where(status => status.Length == 3 && status[0] == '2').OrderBy(status => status, StringComparer.Ordinal),
        ];
        if (successes.Count == 0 && responses.ContainsKey("default"))
            successes.Add("default");
        return successes;
    }

    private SuccessResponse ReadResponse(string status, IOpenApiResponse response, OperationKey site)
    {
        if (status is "204" or "205")
            return new SuccessResponse(status, null);
        string at = response is OpenApiResponseReference reference
            ? "#/components/responses/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : $"{site.Pointer}/responses/{status}";
        List<MediaContent> documented = [.. MediaContent.ReadAll(response.Content, at, shapes)];
        // An operation that says of itself that it gives bytes and nothing else does so without a schema too (Docker's export).
        bool isEmpty = producing is not null && !(producing.Contains(site) && documented.TrueForAll(c => MediaTypes.IsBinary(c.MediaType)));
        List<MediaContent> contents = [.. documented.Where(c => c.Schema is not null || !isEmpty).Select(ToReceivedContent)];
        // A string that can come as it is needs no quotes around it.
        bool plain = contents.TrueForAll(IsPlainString);
        contents = [.. contents.OrderBy(c => plain && c.Kind == ContentKind.Text ? -1 : GetPreference(c))];
        // Events have a method of their own.
        foreach (MediaContent other in contents.Where(c => c.Kind != contents[0].Kind && c.Kind != ContentKind.ServerSentEvents))
            findings.Add(BodyFindings.OtherResponseMediaType(other.Pointer, other.MediaType, contents[0].MediaType));
        if (contents.Count == 0)
            return new SuccessResponse(status, null);
        // Bytes and texts are given as they come, whichever of their types the server has.
        bool isRaw = contents[0].Kind is ContentKind.Stream or ContentKind.Text;
        return new SuccessResponse(status, contents[0])
        {
            AcceptedMediaTypes =
            [
                .. contents.Where(c => c == contents[0] || (isRaw && c.Kind == contents[0].Kind)).Select(c => c.MediaType),
            ],
            EventContent = contents.Find(c => c.Kind == ContentKind.ServerSentEvents),
            HasLinkHeader = response.Headers?.Keys.Any(h => h.Equals("Link", StringComparison.OrdinalIgnoreCase)) == true,
        };
    }

    private MediaContent ToReceivedContent(MediaContent content) =>
        content.Kind switch
        {
            // Nobody answers with forms but to pass on what was sent: the caller reads them.
            ContentKind.Form or ContentKind.Multipart => content with { Kind = ContentKind.Stream },
            ContentKind.Json when content.MediaType == "*/*" && IsPlainString(content) => content with { Kind = ContentKind.Text },
            _ when MediaTypes.IsEventStream(content.MediaType) && _events.Classify(content) is { } form => content with
            {
                Kind = ContentKind.ServerSentEvents,
                EventPayload = form,
            },
            _ => content,
        };

    private static bool IsPlainString(MediaContent content) =>
        content.Resolved is { Enum: null, Format: null } shape && shape.HasType(JsonSchemaType.String);

    private static int GetPreference(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Json => MediaTypes.Matches(content.MediaType, "application/json") ? 0 : 1,
            ContentKind.JsonLines => 2,
            ContentKind.ServerSentEvents => 4,
            // Of a picture and its description, or of both forms of a file, the first is what the document means.
            _ => 3,
        };

    private static string CreateAcceptHeader(IEnumerable<string> mediaTypes)
    {
        List<string> accepted = [.. mediaTypes.Select(t => MediaTypes.IsValid(t) ? t : "*/*").Distinct(StringComparer.Ordinal)];
        return accepted is ["application/json"] or ["*/*"]
            ? accepted[0] == "*/*"
                ? "*/*"
                : ""
            : string.Join(", ", accepted);
    }
}

/// <summary>A documented success.</summary>
/// <param name="Content">What the operation's first method reads of it; null where it has no body.</param>
internal sealed record SuccessResponse(string Status, MediaContent? Content)
{
    /// <summary>What to ask for, to get the content.</summary>
    public IReadOnlyList<string> AcceptedMediaTypes { get; init; } = [];

    /// <summary>The events that it can be as well, where they have a type.</summary>
    public MediaContent? EventContent { get; init; }

    /// <summary>Whether its <c>Link</c> header is documented, which may name the next page.</summary>
    public bool HasLinkHeader { get; init; }

    /// <summary>The status, where it is one and no range.</summary>
    public int? StatusCode => int.TryParse(Status, out int number) ? number : null;
}
