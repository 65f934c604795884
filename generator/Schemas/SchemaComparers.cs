using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Two schemas are one where they are the same object: the library compares references by what they say.</summary>
internal sealed class SchemaReferenceComparer : IEqualityComparer<IOpenApiSchema>
{
    public static SchemaReferenceComparer Instance { get; } = new();

    public bool Equals(IOpenApiSchema? x, IOpenApiSchema? y) => ReferenceEquals(x, y);

    public int GetHashCode(IOpenApiSchema obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
}

/// <summary>Two conjunctions are one where the same schemas meet in them, whichever way led there.</summary>
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

/// <summary>The same conjunctions in the same order.</summary>
internal sealed class SchemaIntersectionListComparer : IEqualityComparer<IReadOnlyList<SchemaIntersection>>
{
    public static SchemaIntersectionListComparer Instance { get; } = new();

    public bool Equals(IReadOnlyList<SchemaIntersection>? x, IReadOnlyList<SchemaIntersection>? y) =>
        x is not null && y is not null && x.SequenceEqual(y, SchemaIntersectionComparer.Instance);

    public int GetHashCode(IReadOnlyList<SchemaIntersection> obj) =>
        obj.Aggregate(
            obj.Count,
            (hash, conjunction) => unchecked((hash * 31) + SchemaIntersectionComparer.Instance.GetHashCode(conjunction))
        );
}
