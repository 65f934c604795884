using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The shape of each schema, made once, and one shape of several where a type has to read the values of all.</summary>
internal sealed class SchemaResolver
{
    private readonly Dictionary<IOpenApiSchema, ResolvedSchema> _resolved = new(SchemaReferenceComparer.Instance);
    private readonly Dictionary<IReadOnlyList<SchemaIntersection>, SchemaIntersection> _widened = new(
        SchemaIntersectionListComparer.Instance
    );

    /// <summary>The shape; it is shared with whoever asks for the same schema, and not to be changed.</summary>
    public ResolvedSchema Resolve(SchemaIntersection conjunction)
    {
        if (conjunction.Schemas.Count != 1 || conjunction.Schemas[0].IgnoresUnions)
            return SchemaMerger.Merge(conjunction);
        LocatedSchema site = conjunction.Schemas[0];
        // A component is referred to from hundreds of places, and nearly always that is all that stands there.
        IOpenApiSchema schema = SchemaMerger.HasReferenceAnnotations(site.Schema) ? site.Schema : site.Target.Schema;
        if (!_resolved.TryGetValue(schema, out ResolvedSchema? shape))
            _resolved.Add(schema, shape = schema is WidenedSchema widened ? Widen(widened) : SchemaMerger.Merge(conjunction));
        return shape;
    }

    /// <summary>The schema with the listed values of the others; the same where they list no more.</summary>
    /// <param name="wide">One that has all members of the others.</param>
    public SchemaIntersection WithEnumValuesOf(SchemaIntersection wide, IReadOnlyList<SchemaIntersection> narrow)
    {
        if (!narrow.Any(n => HasMoreEnumValues(n, wide, new(SchemaIntersectionListComparer.Instance))))
            return wide;
        // One for all places where they meet: schemas that lead back to themselves do so here too.
        IReadOnlyList<SchemaIntersection> all = [wide, .. narrow];
        if (!_widened.TryGetValue(all, out SchemaIntersection? widened))
            _widened.Add(all, widened = SchemaIntersection.Create(new WidenedSchema(wide, narrow), wide.Pointer));
        return widened;
    }

    private ResolvedSchema Widen(WidenedSchema widened)
    {
        ResolvedSchema shape = SchemaMerger.Merge(widened.BaseSchema);
        List<ResolvedSchema> others = [.. widened.OtherSchemas.Select(Resolve)];
        foreach (ResolvedSchema other in others)
        {
            // One that lists none takes any value.
            if (shape.Enum is { } values)
                shape.Enum = other.Enum is null
                    ? null
                    : [.. values, .. other.Enum.Where(o => !values.Exists(v => JsonNode.DeepEquals(v, o)))];
            foreach (KeyValuePair<string, string> name in other.EnumNames ?? [])
            {
                if (shape.EnumNames?.ContainsKey(name.Key) is not true)
                    (shape.EnumNames ??= new(StringComparer.Ordinal)).Add(name.Key, name.Value);
            }
        }

        foreach (string name in shape.PropertyOrder)
            shape.Properties[name] = WithEnumValuesOf(
                shape.Properties[name],
                [
                    .. others
                        .Select(o => o.Properties.TryGetValue(name, out SchemaIntersection? member) ? member : null)
                        .OfType<SchemaIntersection>(),
                ]
            );
        if (shape.Items is { } items)
            shape.Items = WithEnumValuesOf(items, [.. others.Select(o => o.Items).OfType<SchemaIntersection>()]);
        return shape;
    }

    /// <param name="seen">The pairs that were looked at: what leads back to one of them lists no more than it does.</param>
    private bool HasMoreEnumValues(SchemaIntersection one, SchemaIntersection other, HashSet<IReadOnlyList<SchemaIntersection>> seen)
    {
        if (SchemaIntersectionComparer.Instance.Equals(one, other) || !seen.Add([one, other]))
            return false;
        (ResolvedSchema some, ResolvedSchema all) = (Resolve(one), Resolve(other));
        // A value of several JSON types is a choice, and no list.
        if (some.IsUnion || all.IsUnion)
            return false;
        if (all.Enum is { } values && (some.Enum is null || some.Enum.Exists(o => !values.Exists(v => JsonNode.DeepEquals(v, o)))))
            return true;
        return (some.Items is { } items && all.Items is { } allItems && HasMoreEnumValues(items, allItems, seen))
            || some.PropertyOrder.Exists(p =>
                all.Properties.TryGetValue(p, out SchemaIntersection? member) && HasMoreEnumValues(some.Properties[p], member, seen)
            );
    }
}
