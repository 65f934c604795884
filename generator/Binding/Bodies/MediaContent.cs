using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>One media type of a body or an answer.</summary>
/// <param name="MediaType">As the document writes it.</param>
/// <param name="Schema">Of the value, or of one line or event; null where the document has none.</param>
/// <param name="Resolved">What the schema comes to.</param>
internal sealed record MediaContent(
    string MediaType,
    ContentKind Kind,
    SchemaIntersection? Schema,
    ResolvedSchema? Resolved,
    IDictionary<string, OpenApiEncoding>? Encoding,
    string Pointer
)
{
    /// <summary>Whether the schema is the document's <c>itemSchema</c> (3.2): of events, it describes their fields.</summary>
    public bool IsItemSchema { get; init; }

    /// <summary>How the schema describes events, where an answer of them has a type.</summary>
    public SsePayload? EventPayload { get; init; }

    /// <summary>All media types of a body or an answer, in the document's order.</summary>
    public static IEnumerable<MediaContent> ReadAll(IDictionary<string, IOpenApiMediaType>? content, string at, SchemaResolver shapes)
    {
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            string pointer = $"{at}/content/{JsonPointer.Escape(media.Key)}";
            SchemaIntersection? schema = media.Value?.Schema is { } stated ? SchemaIntersection.Create(stated, pointer + "/schema") : null;
            IOpenApiSchema? item = null;
            if (MediaTypes.IsJsonLines(media.Key) || MediaTypes.IsEventStream(media.Key))
            {
                item = media.Value?.ItemSchema;
                schema =
                    item is not null ? SchemaIntersection.Create(item, pointer + "/itemSchema")
                    : schema is null ? null
                    : shapes.Resolve(schema).Items ?? schema;
            }

            ResolvedSchema? shape = schema is null ? null : shapes.Resolve(schema);
            yield return new MediaContent(
                media.Key,
                MediaTypes.GetContentKind(media.Key, shape),
                schema,
                shape,
                media.Value?.Encoding,
                pointer
            )
            {
                IsItemSchema = item is not null,
            };
        }
    }

    /// <summary>Says where the kind has to do without what the document says.</summary>
    public void ReportUnsupported(FindingCollector findings)
    {
        bool isRaw = Kind is ContentKind.Text or ContentKind.Stream;
        if (!MediaTypes.IsValid(MediaType))
            findings.Add(BodyFindings.InvalidMediaType(Pointer, MediaType, isRaw ? "text" : "JSON"));
        else if (isRaw && Resolved is { } shape && (shape.HasType(JsonSchemaType.Object) || shape.HasType(JsonSchemaType.Array)))
            findings.Add(BodyFindings.SchemaWithoutType(Pointer, MediaType, Kind == ContentKind.Text ? "string" : "Stream"));
    }
}
