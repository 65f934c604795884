namespace CfGen.Generator.Schemas;

/// <summary>Compares intersections by their schemas, whichever references lead to them.</summary>
internal sealed class SchemaIntersectionComparer : IEqualityComparer<SchemaIntersection>
{
    public static SchemaIntersectionComparer Instance { get; } = new();

    public bool Equals(SchemaIntersection? x, SchemaIntersection? y)
    {
        if (x is null || y is null || x.Schemas.Count != y.Schemas.Count)
            return ReferenceEquals(x, y);
        for (int i = 0; i < x.Schemas.Count; i++)
        {
            if (
                !ReferenceEquals(x.Schemas[i].Target.Schema, y.Schemas[i].Target.Schema)
                || x.Schemas[i].IgnoresUnions != y.Schemas[i].IgnoresUnions
            )
                return false;
        }

        return true;
    }

    public int GetHashCode(SchemaIntersection obj) =>
        SchemaReferenceComparer.Instance.GetHashCode(obj.Schemas[obj.Schemas.Count - 1].Target.Schema);
}

/// <summary>Compares lists of intersections: the same intersections in the same order are equal.</summary>
internal sealed class SchemaIntersectionListComparer : IEqualityComparer<IReadOnlyList<SchemaIntersection>>
{
    public static SchemaIntersectionListComparer Instance { get; } = new();

    public bool Equals(IReadOnlyList<SchemaIntersection>? x, IReadOnlyList<SchemaIntersection>? y) =>
        x is not null && y is not null && x.SequenceEqual(y, SchemaIntersectionComparer.Instance);

    public int GetHashCode(IReadOnlyList<SchemaIntersection> obj) =>
        obj.Aggregate(obj.Count, (hash, schema) => unchecked((hash * 31) + SchemaIntersectionComparer.Instance.GetHashCode(schema)));
}
