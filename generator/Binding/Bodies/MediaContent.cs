using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>One media type of a request or response body.</summary>
/// <param name="MediaType">The media type as the document writes it.</param>
/// <param name="Schema">The schema of the value, or of one line or event; null where the document has none.</param>
/// <param name="Resolved">The resolved <paramref name="Schema"/>.</param>
internal sealed record MediaContent(
    string MediaType,
    ContentKind Kind,
    SchemaIntersection? Schema,
    ResolvedSchema? Resolved,
    IDictionary<string, OpenApiEncoding>? Encoding,
    string Pointer
)
{
    /// <summary>True where the schema is an <c>itemSchema</c>, which describes the fields of events.</summary>
    public bool IsItemSchema { get; init; }

    /// <summary>The part of events that the schema describes; null where the content is no stream of typed events.</summary>
    public SsePayload? EventPayload { get; init; }

    /// <summary>Reads all media types of a body, in the document's order.</summary>
    public static IEnumerable<MediaContent> ReadAll(
        IDictionary<string, IOpenApiMediaType>? content,
        string bodyPointer,
        SchemaResolver schemas
    )
    {
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            string pointer = $"{bodyPointer}/content/{JsonPointer.Escape(media.Key)}";
            SchemaIntersection? schema = media.Value?.Schema is { } declared
                ? SchemaIntersection.Create(declared, pointer + "/schema")
                : null;
            bool isItemSchema = false;
            if (MediaTypes.IsJsonLines(media.Key) || MediaTypes.IsEventStream(media.Key))
            {
                IOpenApiSchema? item = media.Value?.ItemSchema ?? ItemSchemaNormalizer.Find(media.Value);
                isItemSchema = item is not null;
                schema =
                    item is not null ? SchemaIntersection.Create(item, pointer + "/itemSchema")
                    : schema is null ? null
                    : schemas.Resolve(schema).Items ?? schema;
            }

            ResolvedSchema? resolved = schema is null ? null : schemas.Resolve(schema);
            yield return new MediaContent(
                media.Key,
                MediaTypes.GetContentKind(media.Key, resolved),
                schema,
                resolved,
                media.Value?.Encoding,
                pointer
            )
            {
                IsItemSchema = isItemSchema,
            };
        }
    }

    /// <summary>Reports the media types, of the body and of its parts, that no header can carry.</summary>
    public void ReportControlCharacters(FindingCollector findings)
    {
        if (HttpText.HasControlCharacter(MediaType))
            findings.Add(BodyFindings.MediaTypeWithControlCharacter(Pointer, MediaType));
        foreach (KeyValuePair<string, OpenApiEncoding> part in Encoding ?? new Dictionary<string, OpenApiEncoding>())
        {
            if (part.Value?.ContentType is { } type && HttpText.HasControlCharacter(type))
                findings.Add(
                    BodyFindings.MediaTypeWithControlCharacter($"{Pointer}/encoding/{JsonPointer.Escape(part.Key)}/contentType", type)
                );
        }
    }

    /// <summary>Reports an invalid media type, and a schema that the kind of the content does not use.</summary>
    public void ReportUnsupported(FindingCollector findings)
    {
        bool isRaw = Kind is ContentKind.Text or ContentKind.Stream;
        if (!MediaTypes.IsValid(MediaType) && !HttpText.HasControlCharacter(MediaType))
            findings.Add(BodyFindings.InvalidMediaType(Pointer, MediaType, isRaw ? "text" : "JSON"));
        else if (
            isRaw
            && !MediaTypes.IsFile(MediaType)
            && Resolved is { } schema
            && (schema.HasType(JsonSchemaType.Object) || schema.HasType(JsonSchemaType.Array))
        )
            findings.Add(BodyFindings.SchemaWithoutType(Pointer, MediaType, Kind == ContentKind.Text ? "string" : "Stream"));
    }
}
