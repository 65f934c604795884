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

/// <summary>Binds the result of an operation: the bodies of its responses of success, without their envelopes.</summary>
/// <param name="siblings">The paging of the document's other lists.</param>
internal sealed class ResponseBinder(SchemaResolver schemas, TypeBinder types, SiblingPaging siblings, FindingCollector findings)
{
    private readonly ResultBinder _results = new(schemas, schema => types.FindOwnType(schema, schemas.Resolve(schema)) is not null);

    /// <summary>Binds the response, and the paging of an operation that lists.</summary>
    public (ResponseModel Response, PagingModel? Paging) Bind(
        IReadOnlyList<SuccessResponse> responses,
        OperationKey key,
        IReadOnlyList<ParameterModel> parameters,
        IDictionary<string, IOpenApiExtension>? extensions,
        InlineTypeName typeName
    )
    {
        (ResponseModel response, PagingModel? paging) = BindPaging(responses, key, parameters, extensions, typeName);
        return (response, paging is null ? null : paging with { Body = PageBodyFinder.Find(response, paging) });
    }

    private (ResponseModel Response, PagingModel? Paging) BindPaging(
        IReadOnlyList<SuccessResponse> responses,
        OperationKey key,
        IReadOnlyList<ParameterModel> parameters,
        IDictionary<string, IOpenApiExtension>? extensions,
        InlineTypeName typeName
    )
    {
        (ResponseModel response, ResolvedSchema? envelope, ResolvedSchema? result) = BindContent(responses, key, typeName);
        TypeRef? resultType = result is null ? null : response.Result;
        if (extensions.GetNode(ExplicitPaging.ExtensionName) is { } extension)
        {
            PagingModel? paging = ExplicitPaging.Bind(extension, key, parameters, resultType, out Finding? finding);
            if (finding is null)
                return (response, paging);
            findings.Add(finding);
        }

        if (extensions.GetNode(MicrosoftPaging.ExtensionName) is JsonObject pageable)
        {
            PagingModel? paging = MicrosoftPaging.Bind(pageable, key, resultType, out Finding? finding);
            if (finding is null)
                return (response, paging);
            findings.Add(finding);
        }

        if (result is null)
            return (response, null);
        bool hasLink = responses.Any(r => r.HasLinkHeader);
        PagingModel? inferred = PagingBinder.Bind(key.Method, parameters, envelope!, hasLink, response, schemas, siblings);
        return (response, inferred);
    }

    /// <summary>
    /// Binds the events of an operation whose response can be of another type, too; null where there are none with a type.
    /// </summary>
    /// <param name="first">The response of the operation's first method.</param>
    public ResponseModel? BindEvents(
        IReadOnlyList<SuccessResponse> responses,
        OperationKey key,
        ResponseModel first,
        InlineTypeName typeName
    )
    {
        if (
            first is not { Result: not null, Kind: not ContentKind.ServerSentEvents }
            || responses.Where(r => r.EventContent is not null).ToList() is not [{ EventContent: { } events }, ..] withEvents
        )
            return null;
        bool isSelective = withEvents.Count < responses.Count && withEvents.TrueForAll(r => r.StatusCode is not null);
        ReceivedContent received = new(
            [events],
            ContentKind.ServerSentEvents,
            CreateAcceptHeader([events.MediaType]),
            isSelective ? GetStatusCodes(withEvents) : [],
            false
        );
        return BindTyped(received, key, typeName).Response;
    }

    /// <returns>Also the schemas of the body and of its result, where the result is JSON with a type.</returns>
    private (ResponseModel Response, ResolvedSchema? Envelope, ResolvedSchema? Result) BindContent(
        IReadOnlyList<SuccessResponse> responses,
        OperationKey key,
        InlineTypeName typeName
    )
    {
        List<SuccessResponse> withBody = [.. responses.Where(r => r.Content is not null)];
        if (withBody.Count == 0 || key.Method == "head")
            return (new ResponseModel(null, false, EnvelopeKind.None, false), null, null);
        ReceivedContent received = Combine(withBody, hasEmptyResponse: responses.Count > withBody.Count);
        foreach (MediaContent json in received.Contents.Where(c => received.Kind == ContentKind.Stream && MediaTypes.IsJson(c.MediaType)))
            findings.Add(LooseSchemaFindings.BinaryJson(json.Pointer, json.MediaType));
        if (received.Kind is ContentKind.Text or ContentKind.Stream)
            return (received.ToModel(received.Kind == ContentKind.Text ? TypeRef.String : TypeRef.Stream), null, null);
        (ResponseModel response, ResolvedSchema? result) = BindTyped(received, key, typeName);
        return (response, received.Contents[0].Resolved, received.Kind == ContentKind.Json ? result : null);
    }

    /// <summary>Combines the contents of one kind. The method returns null for a response of another kind.</summary>
    private ReceivedContent Combine(List<SuccessResponse> withBody, bool hasEmptyResponse)
    {
        ContentKind kind = withBody[0].Content!.Kind;
        List<SuccessResponse> same = [.. withBody.Where(r => r.Content!.Kind == kind)];
        // "Accepted", as any object, has no place in the type of the response that has one.
        List<SuccessResponse> untyped = same.FindAll(r => IsUntyped(r.Content!) && r.StatusCode is not null);
        if (untyped.Count < same.Count)
            same.RemoveAll(untyped.Contains);
        List<SuccessResponse> others = [.. withBody.Where(r => !same.Contains(r))];
        foreach (SuccessResponse response in same)
            response.Content!.ReportUnsupported(findings);
        foreach (SuccessResponse other in others)
            findings.Add(
                other.Content!.Kind == kind
                    ? LooseSchemaFindings.ResponseWithoutType(other.Content.Pointer, other.Status, same[0].Status)
                    : BodyFindings.OtherStatusMediaType(
                        other.Content.Pointer,
                        other.Status,
                        other.Content.MediaType,
                        same[0].Content!.MediaType,
                        kind is ContentKind.JsonLines or ContentKind.ServerSentEvents ? "an empty sequence" : "null"
                    )
            );
        // A missing stream or text is null, and not empty. A success without lines or events has no body to read them from.
        bool isMissing = kind != ContentKind.Json && hasEmptyResponse && withBody.TrueForAll(r => r.StatusCode is not null);
        bool isSelective = others.Count > 0 || isMissing;
        return new ReceivedContent(
            [.. same.Select(r => r.Content!)],
            kind,
            CreateAcceptHeader(same.Concat(others).SelectMany(r => r.AcceptedMediaTypes)),
            isSelective ? GetStatusCodes(same) : [],
            // A missing value is null. A sequence without lines or events is empty.
            kind is not (ContentKind.JsonLines or ContentKind.ServerSentEvents)
                && (isSelective || (kind == ContentKind.Json && hasEmptyResponse))
        );
    }

    private static EquatableArray<int> GetStatusCodes(IEnumerable<SuccessResponse> responses) =>
        responses.Select(r => r.StatusCode).OfType<int>().ToEquatable();

    /// <summary>True for JSON without a schema, and for any object.</summary>
    private static bool IsUntyped(MediaContent content) =>
        content.Kind == ContentKind.Json && content.Resolved is null or { IsTypeOnly: true, Types: null or JsonSchemaType.Object };

    /// <returns>Also the schema of the result, where it has a type.</returns>
    private (ResponseModel Response, ResolvedSchema? Result) BindTyped(ReceivedContent received, OperationKey key, InlineTypeName typeName)
    {
        if (received.Contents[0].Schema is not { } first)
            return (received.ToModel(TypeRef.Json), null);
        ResponseResult result =
            received.Kind == ContentKind.Json
                ? _results.Bind([.. received.Contents.Select(c => c.Schema).OfType<SchemaIntersection>()], key.Pointer + "/responses")
                : new ResponseResult(first, EnvelopeKind.None);
        if (result.Schema is not { } schema)
            return (received.ToModel(null) with { ResultNullable = false, Envelope = result.Envelope }, null);
        ResolvedSchema resolved = schemas.Resolve(schema);
        ResponseModel response = received.ToModel(types.Bind(schema, resolved, typeName)) with
        {
            ResultNullable = received.IsNullable || result.MayBeMissing || resolved.IsNullable,
            Envelope = result.Envelope,
            ResultRequired = result.IsRequired,
            SsePayload = received.Contents[0].EventPayload ?? SsePayload.Data,
        };
        return (response, resolved);
    }

    /// <summary>The <c>Accept</c> header; empty for JSON.</summary>
    private static string CreateAcceptHeader(IEnumerable<string> mediaTypes)
    {
        List<string> accepted = [.. mediaTypes.Select(t => MediaTypes.IsValid(t) ? t : "*/*").Distinct(StringComparer.Ordinal)];
        return accepted is ["application/json"] ? "" : string.Join(", ", accepted);
    }

    /// <summary>The contents of one kind that a method reads.</summary>
    /// <param name="Statuses">The statuses with such a content, where others have another one; else empty.</param>
    private sealed record ReceivedContent(
        List<MediaContent> Contents,
        ContentKind Kind,
        string Accept,
        EquatableArray<int> Statuses,
        bool IsNullable
    )
    {
        public ResponseModel ToModel(TypeRef? type) => new(type, IsNullable, EnvelopeKind.None, false, Kind, Accept, Statuses);
    }
}
