using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>
/// Finds out what a schema of <c>text/event-stream</c> describes. <c>itemSchema</c> (3.2) describes the fields of an event. Older documents
/// describe these, or the JSON in the data, and the names of the properties show which.
/// </summary>
internal sealed class EventPayloads(SchemaResolver schemas)
{
    private static readonly HashSet<string> s_eventFields = ["event", "data", "id", "retry", "comment"];

    // The members of SseItem<T>, which ASP.NET Core documents as the type of its events.
    private static readonly HashSet<string> s_itemMembers = ["data", "eventType", "eventId", "reconnectionInterval"];

    /// <returns>Null where the schema has no type for events: the response is a stream of bytes.</returns>
    public SsePayload? Classify(MediaContent content)
    {
        if (content.Resolved is not { } schema)
            return null;
        List<ResolvedSchema> events = [.. ExpandUnions(schema, [])];
        if (events.TrueForAll(IsItem))
            return HaveTextData(events) ? SsePayload.TextItems : SsePayload.Items;
        if (content.IsItemSchema || events.TrueForAll(HasOnlyEventFields))
            return ClassifyFields(events);
        return schema.HasType(JsonSchemaType.String) || (schema.Types is null && schema.IsTypeOnly) ? null : SsePayload.Data;
    }

    private SsePayload? ClassifyFields(List<ResolvedSchema> events)
    {
        if (events.TrueForAll(e => !e.HasType(JsonSchemaType.Object)))
            return null;
        return HaveTextData(events) ? SsePayload.TextFields : SsePayload.Fields;
    }

    private bool HaveTextData(List<ResolvedSchema> events) =>
        events.TrueForAll(e =>
            !e.Properties.TryGetValue("data", out SchemaIntersection? data) || schemas.Resolve(data).HasType(JsonSchemaType.String)
        );

    private static bool IsItem(ResolvedSchema schema) =>
        schema.Properties.ContainsKey("data")
        && schema.Properties.ContainsKey("eventType")
        && schema.PropertyOrder.TrueForAll(s_itemMembers.Contains);

    private static bool HasOnlyEventFields(ResolvedSchema schema) =>
        schema.Properties.ContainsKey("data") && schema.PropertyOrder.TrueForAll(s_eventFields.Contains);

    /// <summary>The schema, or the alternatives of its unions.</summary>
    private IEnumerable<ResolvedSchema> ExpandUnions(ResolvedSchema schema, HashSet<ResolvedSchema> visited)
    {
        if (!visited.Add(schema))
            return [];
        return schema.Unions.Count == 0
            ? [schema]
            : schema.Unions.SelectMany(u => u.Alternatives).SelectMany(a => ExpandUnions(schemas.Resolve(a), visited));
    }
}
