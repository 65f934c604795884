using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>
/// What a schema of <c>text/event-stream</c> describes. <c>itemSchema</c> describes the fields of an event; before it, documents described
/// that or the JSON in the data, and the names of the members tell which.
/// </summary>
internal sealed class EventPayloads(SchemaResolver shapes)
{
    private static readonly HashSet<string> s_eventFields = ["event", "data", "id", "retry", "comment"];

    /// <summary>Null where the schema says no more than that there are events: a stream of bytes then.</summary>
    public SsePayload? Classify(MediaContent content)
    {
        if (content.Resolved is not { } shape)
            return null;
        List<ResolvedSchema> events = [.. ExpandUnions(shape, [])];
        if (
            content.IsItemSchema
            || events.TrueForAll(e => e.Properties.ContainsKey("data") && e.PropertyOrder.TrueForAll(s_eventFields.Contains))
        )
        {
            List<SchemaIntersection> data = [.. events.Where(e => e.Properties.ContainsKey("data")).Select(e => e.Properties["data"])];
            return events.TrueForAll(e => !e.HasType(JsonSchemaType.Object)) ? null
                : data.TrueForAll(d => shapes.Resolve(d).HasType(JsonSchemaType.String)) ? SsePayload.TextFields
                : SsePayload.Fields;
        }

        return shape.HasType(JsonSchemaType.String) || (shape.Types is null && shape.IsTypeOnly) ? null : SsePayload.Data;
    }

    /// <summary>The shape, or those that it is a choice of.</summary>
    private IEnumerable<ResolvedSchema> ExpandUnions(ResolvedSchema shape, HashSet<ResolvedSchema> seen)
    {
        if (!seen.Add(shape))
            return [];
        return shape.Unions.Count == 0
            ? [shape]
            : shape.Unions.SelectMany(c => c.Alternatives).SelectMany(a => ExpandUnions(shapes.Resolve(a), seen));
    }
}
