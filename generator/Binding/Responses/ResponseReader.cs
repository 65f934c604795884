using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>Reads the documented responses of success, and chooses the content that methods read of each.</summary>
/// <param name="withMediaTypes">
/// The operations of a Swagger 2.0 document that have media types of their own; null for other documents. In 2.0, media types are those of
/// the operation, and a response without a schema has no body.
/// </param>
internal sealed class ResponseReader(SchemaResolver schemas, HashSet<OperationKey>? withMediaTypes, FindingCollector findings)
{
    private readonly EventPayloads _events = new(schemas);

    public IReadOnlyList<SuccessResponse> ReadSuccesses(OpenApiOperation operation, OperationKey key)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        return [.. GetSuccessStatuses(responses).Select(s => Read(s, responses[s], key))];
    }

    /// <summary>The statuses of success in ordinal order; <c>default</c> where no other response can be a success.</summary>
    private static List<string> GetSuccessStatuses(OpenApiResponses responses)
    {
        List<string> statuses = [.. responses.Keys.Where(s => s.Length == 3 && s[0] == '2').OrderBy(s => s, StringComparer.Ordinal)];
        if (statuses.Count == 0 && responses.ContainsKey("default"))
            statuses.Add("default");
        return statuses;
    }

    private SuccessResponse Read(string status, IOpenApiResponse response, OperationKey key)
    {
        if (status is "204" or "205")
        {
            ReportContent(status, response, key);
            return new SuccessResponse(status, null);
        }

        List<MediaContent> contents = ReadContents(status, response, key);
        if (contents.Count == 0)
            return new SuccessResponse(status, null);
        MediaContent chosen = contents[0];
        // Events have a method of their own.
        foreach (MediaContent other in contents.Where(c => c.Kind != chosen.Kind && c.Kind != ContentKind.ServerSentEvents))
            findings.Add(BodyFindings.OtherResponseMediaType(other.Pointer, other.MediaType, chosen.MediaType));
        // A method returns bytes and texts as they are, whichever of their media types the server has.
        bool isRaw = chosen.Kind is ContentKind.Stream or ContentKind.Text;
        return new SuccessResponse(status, chosen)
        {
            AcceptedMediaTypes = [.. contents.Where(c => c == chosen || (isRaw && c.Kind == chosen.Kind)).Select(c => c.MediaType)],
            EventContent = contents.Find(c => c.Kind == ContentKind.ServerSentEvents),
            HasLinkHeader = response.Headers?.Keys.Any(h => h.Equals("Link", StringComparison.OrdinalIgnoreCase)) == true,
        };
    }

    private void ReportContent(string status, IOpenApiResponse response, OperationKey key)
    {
        MediaContent? content = MediaContent
            .ReadAll(response.Content, GetPointer(status, response, key), schemas)
            .FirstOrDefault(c => c.Resolved is { } schema && !(schema.IsTypeOnly && schema.Types is null or JsonSchemaType.Object));
        if (content is not null)
            findings.Add(LooseSchemaFindings.ContentOfEmptyResponse(content.Pointer, status));
    }

    private static string GetPointer(string status, IOpenApiResponse response, OperationKey key) =>
        response is OpenApiResponseReference reference
            ? "#/components/responses/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : $"{key.Pointer}/responses/{status}";

    /// <summary>The contents of the response, the preferred one first.</summary>
    private List<MediaContent> ReadContents(string status, IOpenApiResponse response, OperationKey key)
    {
        List<MediaContent> documented = [.. MediaContent.ReadAll(response.Content, GetPointer(status, response, key), schemas)];
        documented.ForEach(c => c.ReportControlCharacters(findings));
        // An operation whose own media types are all binary has a body without a schema, too (Docker's export).
        bool requiresSchema =
            withMediaTypes is not null && !(withMediaTypes.Contains(key) && documented.TrueForAll(c => MediaTypes.IsBinary(c.MediaType)));
        List<MediaContent> contents = [.. documented.Where(c => c.Schema is not null || !requiresSchema).Select(ToReceivedContent)];
        // A plain string needs no quotes around it where the API can send it as text.
        bool prefersText = contents.TrueForAll(IsPlainString);
        return [.. contents.OrderBy(c => prefersText && c.Kind == ContentKind.Text ? -1 : GetPreference(c))];
    }

    private MediaContent ToReceivedContent(MediaContent content) =>
        content.Kind switch
        {
            // A response that is a form passes on what was sent before: the caller reads it.
            ContentKind.Form or ContentKind.Multipart => content with { Kind = ContentKind.Stream },
            ContentKind.Json when content.MediaType == "*/*" && IsPlainString(content) => content with { Kind = ContentKind.Text },
            // A number or true and false in a text are written as in JSON: OData's $count.
            ContentKind.Text when MediaTypes.Matches(content.MediaType, "text/plain") && IsJsonText(content) => content with
            {
                Kind = ContentKind.Json,
            },
            _ when MediaTypes.IsEventStream(content.MediaType) && _events.Classify(content) is { } payload => content with
            {
                Kind = ContentKind.ServerSentEvents,
                EventPayload = payload,
            },
            _ => content,
        };

    private static bool IsPlainString(MediaContent content) =>
        content.Resolved is { Enum: null, Format: null } schema && schema.HasType(JsonSchemaType.String);

    private static bool IsJsonText(MediaContent content) =>
        content.Resolved is { IsUnion: false, Types: JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.Boolean };

    private static int GetPreference(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Json => MediaTypes.Matches(content.MediaType, "application/json") ? 0 : 1,
            ContentKind.JsonLines => 2,
            ContentKind.ServerSentEvents => 4,
            // Of a picture and its description, or of two forms of a file, the document has the intended one first.
            _ => 3,
        };
}
