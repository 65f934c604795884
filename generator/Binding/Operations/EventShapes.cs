using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>
/// What a schema of <c>text/event-stream</c> describes. <c>itemSchema</c> describes the fields of an event; before it, documents described
/// that or the JSON in the data, and the names of the members tell which.
/// </summary>
internal sealed class EventShapes(ShapeResolver shapes)
{
    private static readonly HashSet<string> s_fields = ["event", "data", "id", "retry", "comment"];

    /// <summary>Null where the schema says no more than that there are events: a stream of bytes then.</summary>
    public EventForm? Of(MediaContent content)
    {
        if (content.Shape is not { } shape)
            return null;
        List<Shape> events = [.. Alternatives(shape, [])];
        if (content.IsItem || events.TrueForAll(e => e.Properties.ContainsKey("data") && e.PropertyOrder.TrueForAll(s_fields.Contains)))
        {
            List<Conjunction> data = [.. events.Where(e => e.Properties.ContainsKey("data")).Select(e => e.Properties["data"])];
            return events.TrueForAll(e => !e.Is(JsonSchemaType.Object)) ? null : data.TrueForAll(d => shapes.Resolve(d).Is(JsonSchemaType.String)) ? EventForm.TextFields : EventForm.Fields;
        }

        return shape.Is(JsonSchemaType.String) || (shape.Types is null && shape.IsBare) ? null : EventForm.Data;
    }

    /// <summary>The shape, or those that it is a choice of.</summary>
    private IEnumerable<Shape> Alternatives(Shape shape, HashSet<Shape> seen)
    {
        if (!seen.Add(shape))
            return [];
        return shape.Choices.Count == 0 ? [shape] : shape.Choices.SelectMany(c => c.Alternatives).SelectMany(a => Alternatives(shapes.Resolve(a), seen));
    }
}
