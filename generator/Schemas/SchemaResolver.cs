using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Resolves schemas, each once, and finds one schema for several where a type has to read the values of all.</summary>
internal sealed class SchemaResolver
{
    private readonly Dictionary<IOpenApiSchema, ResolvedSchema> _resolved = new(SchemaReferenceComparer.Instance);
    private const int MaxUnions = 1_000;

    // Cloudflare's 1,533 operations need 14,000, the most of all known documents. Choices that multiply need more than there is time for.
    private const int MaxMergedParts = 100_000;

    private int _mergedPartCount;

    // The unions of the elements of several lists or maps.
    private readonly List<SyntheticUnionSchema> _unions = [];
    private readonly Dictionary<IReadOnlyList<SchemaIntersection>, SchemaIntersection> _widened = new(
        SchemaIntersectionListComparer.Instance
    );

    /// <summary>True where so many schemas were merged into intersections that no more unions are made of them.</summary>
    public bool IsExhausted => _mergedPartCount > MaxMergedParts;

    /// <summary>The resolved schema, which all callers share and none may change.</summary>
    public ResolvedSchema Resolve(SchemaIntersection schema)
    {
        if (schema.Schemas.Count != 1 || schema.Schemas[0].IgnoresUnions)
        {
            ResolvedSchema merged = SchemaMerger.Merge(schema);
            _mergedPartCount += merged.PartCount;
            return merged;
        }

        LocatedSchema located = schema.Schemas[0];
        // Hundreds of places refer to one component, and nearly always without annotations of their own.
        IOpenApiSchema key = SchemaMerger.HasReferenceAnnotations(located.Schema) ? located.Schema : located.Target.Schema;
        if (!_resolved.TryGetValue(key, out ResolvedSchema? resolved))
            _resolved.Add(key, resolved = key is WidenedSchema widened ? Widen(widened) : SchemaMerger.Merge(schema));
        return resolved;
    }

    /// <summary>The schema with the enum values of the others; the same schema where they have no more.</summary>
    /// <param name="schema">A schema that has all members of the others.</param>
    public SchemaIntersection WithEnumValuesOf(SchemaIntersection schema, IReadOnlyList<SchemaIntersection> others)
    {
        if (!others.Any(o => HasMoreEnumValues(o, schema, new(SchemaIntersectionListComparer.Instance))))
            return schema;
        // One for all places where they meet: a circle of schemas leads back to the same one.
        IReadOnlyList<SchemaIntersection> all = [schema, .. others];
        if (!_widened.TryGetValue(all, out SchemaIntersection? widened))
            _widened.Add(all, widened = SchemaIntersection.Create(new WidenedSchema(schema, others), schema.Pointer));
        return widened;
    }

    /// <summary>
    /// The union of the alternatives, the same one for the same alternatives in any order: lists of lists lead back to it. Beyond a number
    /// of unions that no document needs, an element is any JSON.
    /// </summary>
    public SyntheticUnionSchema? GetUnionOf(IReadOnlyList<SchemaIntersection> alternatives)
    {
        if (_unions.Find(u => u.Union.Alternatives.Count == alternatives.Count && alternatives.All(a => Contains(u, a))) is { } known)
            return known;
        if (_unions.Count >= MaxUnions)
            return null;
        SyntheticUnionSchema union = new(new SchemaUnion(alternatives));
        _unions.Add(union);
        return union;
    }

    private static bool Contains(SyntheticUnionSchema union, SchemaIntersection alternative) =>
        union.Union.Alternatives.Any(a => SchemaIntersectionComparer.Instance.Equals(a, alternative));

    private ResolvedSchema Widen(WidenedSchema widened)
    {
        ResolvedSchema resolved = SchemaMerger.Merge(widened.BaseSchema);
        List<ResolvedSchema> others = [.. widened.OtherSchemas.Select(Resolve)];
        foreach (ResolvedSchema other in others)
        {
            // A schema without an enum accepts any value.
            if (resolved.Enum is { } values)
                resolved.Enum = other.Enum is null ? null : [.. values, .. other.Enum.Where(o => !Contains(values, o))];
            foreach (KeyValuePair<string, string> name in other.EnumNames ?? [])
            {
                if (resolved.EnumNames?.ContainsKey(name.Key) is not true)
                    (resolved.EnumNames ??= new(StringComparer.Ordinal)).Add(name.Key, name.Value);
            }
        }

        foreach (string name in resolved.PropertyOrder)
            resolved.Properties[name] = WithEnumValuesOf(
                resolved.Properties[name],
                [
                    .. others
                        .Select(o => o.Properties.TryGetValue(name, out SchemaIntersection? property) ? property : null)
                        .OfType<SchemaIntersection>(),
                ]
            );
        if (resolved.Items is { } items)
            resolved.Items = WithEnumValuesOf(items, [.. others.Select(o => o.Items).OfType<SchemaIntersection>()]);
        return resolved;
    }

    /// <param name="visited">The pairs that were compared: one that leads back to them adds no value.</param>
    private bool HasMoreEnumValues(
        SchemaIntersection schema,
        SchemaIntersection baseSchema,
        HashSet<IReadOnlyList<SchemaIntersection>> visited
    )
    {
        if (SchemaIntersectionComparer.Instance.Equals(schema, baseSchema) || !visited.Add([schema, baseSchema]))
            return false;
        (ResolvedSchema resolved, ResolvedSchema known) = (Resolve(schema), Resolve(baseSchema));
        // A value of several JSON types is a union, and no enum.
        if (resolved.IsUnion || known.IsUnion)
            return false;
        if (known.Enum is { } values && (resolved.Enum is null || resolved.Enum.Exists(v => !Contains(values, v))))
            return true;
        return (resolved.Items is { } items && known.Items is { } knownItems && HasMoreEnumValues(items, knownItems, visited))
            || resolved.PropertyOrder.Exists(p =>
                known.Properties.TryGetValue(p, out SchemaIntersection? property)
                && HasMoreEnumValues(resolved.Properties[p], property, visited)
            );
    }

    private static bool Contains(List<JsonNode?> values, JsonNode? value) => values.Exists(v => JsonNode.DeepEquals(v, value));
}
