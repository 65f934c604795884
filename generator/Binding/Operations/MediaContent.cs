using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>One media type of a body or an answer.</summary>
/// <param name="MediaType">As the document writes it.</param>
/// <param name="Schema">Of the value, or of one line or event; null where the document has none.</param>
/// <param name="Shape">What the schema comes to.</param>
internal sealed record MediaContent(string MediaType, ContentKind Kind, Conjunction? Schema, Shape? Shape, IDictionary<string, OpenApiEncoding>? Encoding, string Pointer)
{
    /// <summary>Whether the schema is the document's <c>itemSchema</c> (3.2): of events, it describes their fields.</summary>
    public bool IsItem { get; init; }

    /// <summary>How the schema describes events, where an answer of them has a type.</summary>
    public EventForm? Events { get; init; }

    /// <summary>All media types of a body or an answer, in the document's order.</summary>
    public static IEnumerable<MediaContent> Of(IDictionary<string, IOpenApiMediaType>? content, string at, ShapeResolver shapes)
    {
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            string pointer = $"{at}/content/{JsonPointer.Escape(media.Key)}";
            Conjunction? schema = media.Value?.Schema is { } stated ? Conjunction.Of(stated, pointer + "/schema") : null;
            IOpenApiSchema? item = null;
            if (MediaTypes.IsLines(media.Key) || MediaTypes.IsEvents(media.Key))
            {
                item = media.Value?.ItemSchema;
                schema = item is not null ? Conjunction.Of(item, pointer + "/itemSchema") : schema is null ? null : shapes.Resolve(schema).Items ?? schema;
            }

            Shape? shape = schema is null ? null : shapes.Resolve(schema);
            yield return new MediaContent(media.Key, MediaTypes.Kind(media.Key, shape), schema, shape, media.Value?.Encoding, pointer) { IsItem = item is not null };
        }
    }

    /// <summary>Says where the kind has to do without what the document says.</summary>
    public void NoteLoss(List<Finding> findings)
    {
        bool isRaw = Kind is ContentKind.Text or ContentKind.Stream;
        if (!MediaTypes.IsValid(MediaType))
            findings.Add(new Finding("CFG1003", Pointer, [$"'{MediaType}' is no media type", $"the body is taken for {(isRaw ? "a text" : "JSON")}"]));
        else if (isRaw && Shape is { } shape && (shape.Is(JsonSchemaType.Object) || shape.Is(JsonSchemaType.Array)))
            findings.Add(new Finding("CFG1003", Pointer, [$"a schema of '{MediaType}' has no C# type", $"the body is {(Kind == ContentKind.Text ? "a string" : "a Stream")}"]));
    }
}
