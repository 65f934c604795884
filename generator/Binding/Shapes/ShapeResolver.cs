using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>The shape of each schema, made once, and one shape of several where a type has to read the values of all.</summary>
internal sealed class ShapeResolver
{
    private readonly Dictionary<IOpenApiSchema, Shape> _known = new(ReferenceComparer.Instance);
    private readonly Dictionary<IReadOnlyList<Conjunction>, Conjunction> _widened = new(ConjunctionsComparer.Instance);

    /// <summary>The shape; it is shared with whoever asks for the same schema, and not to be changed.</summary>
    public Shape Resolve(Conjunction conjunction)
    {
        if (conjunction.Parts.Count != 1 || conjunction.Parts[0].WithoutChoice)
            return SchemaFlattener.Flatten(conjunction);
        SchemaSite site = conjunction.Parts[0];
        // A component is referred to from hundreds of places, and nearly always that is all that stands there.
        IOpenApiSchema schema = SchemaFlattener.HasOwnWords(site.Schema) ? site.Schema : site.Target.Schema;
        if (!_known.TryGetValue(schema, out Shape? shape))
            _known.Add(schema, shape = schema is WidenedSchema widened ? Widen(widened) : SchemaFlattener.Flatten(conjunction));
        return shape;
    }

    /// <summary>The schema with the listed values of the others; the same where they list no more.</summary>
    /// <param name="wide">One that has all members of the others.</param>
    public Conjunction WithValuesOf(Conjunction wide, IReadOnlyList<Conjunction> narrow)
    {
        if (!narrow.Any(n => ListsMore(n, wide, new(ConjunctionsComparer.Instance))))
            return wide;
        // One for all places where they meet: schemas that lead back to themselves do so here too.
        IReadOnlyList<Conjunction> all = [wide, .. narrow];
        if (!_widened.TryGetValue(all, out Conjunction? widened))
            _widened.Add(all, widened = Conjunction.Of(new WidenedSchema(wide, narrow), wide.Pointer));
        return widened;
    }

    private Shape Widen(WidenedSchema widened)
    {
        Shape shape = SchemaFlattener.Flatten(widened.Wide);
        List<Shape> others = [.. widened.Narrow.Select(Resolve)];
        foreach (Shape other in others)
        {
            // One that lists none takes any value.
            if (shape.Enum is { } values)
                shape.Enum = other.Enum is null ? null : [.. values, .. other.Enum.Where(o => !values.Exists(v => JsonNode.DeepEquals(v, o)))];
            foreach (KeyValuePair<string, string> name in other.EnumNames ?? [])
            {
                if (shape.EnumNames?.ContainsKey(name.Key) is not true)
                    (shape.EnumNames ??= new(StringComparer.Ordinal)).Add(name.Key, name.Value);
            }
        }

        foreach (string name in shape.PropertyOrder)
            shape.Properties[name] = WithValuesOf(shape.Properties[name], [.. others.Select(o => o.Properties.TryGetValue(name, out Conjunction? member) ? member : null).OfType<Conjunction>()]);
        if (shape.Items is { } items)
            shape.Items = WithValuesOf(items, [.. others.Select(o => o.Items).OfType<Conjunction>()]);
        return shape;
    }

    /// <param name="seen">The pairs that were looked at: what leads back to one of them lists no more than it does.</param>
    private bool ListsMore(Conjunction one, Conjunction other, HashSet<IReadOnlyList<Conjunction>> seen)
    {
        if (ConjunctionComparer.Instance.Equals(one, other) || !seen.Add([one, other]))
            return false;
        (Shape some, Shape all) = (Resolve(one), Resolve(other));
        // A value of several JSON types is a choice, and no list.
        if (some.IsChoice || all.IsChoice)
            return false;
        if (all.Enum is { } values && (some.Enum is null || some.Enum.Exists(o => !values.Exists(v => JsonNode.DeepEquals(v, o)))))
            return true;
        return (some.Items is { } items && all.Items is { } allItems && ListsMore(items, allItems, seen))
            || some.PropertyOrder.Exists(p => all.Properties.TryGetValue(p, out Conjunction? member) && ListsMore(some.Properties[p], member, seen));
    }
}
