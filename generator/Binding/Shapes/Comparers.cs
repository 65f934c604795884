using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>Two schemas are one where they are the same object: the library compares references by what they say.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<IOpenApiSchema>
{
    public static ReferenceComparer Instance { get; } = new();

    public bool Equals(IOpenApiSchema? x, IOpenApiSchema? y) => ReferenceEquals(x, y);

    public int GetHashCode(IOpenApiSchema obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
}

/// <summary>Two conjunctions are one where the same schemas meet in them, whichever way led there.</summary>
internal sealed class ConjunctionComparer : IEqualityComparer<Conjunction>
{
    public static ConjunctionComparer Instance { get; } = new();

    public bool Equals(Conjunction? x, Conjunction? y)
    {
        if (x is null || y is null || x.Parts.Count != y.Parts.Count)
            return ReferenceEquals(x, y);
        for (int i = 0; i < x.Parts.Count; i++)
        {
            if (!ReferenceEquals(x.Parts[i].Target.Schema, y.Parts[i].Target.Schema) || x.Parts[i].WithoutChoice != y.Parts[i].WithoutChoice)
                return false;
        }

        return true;
    }

    public int GetHashCode(Conjunction obj) => ReferenceComparer.Instance.GetHashCode(obj.Parts[obj.Parts.Count - 1].Target.Schema);
}

/// <summary>The same conjunctions in the same order.</summary>
internal sealed class ConjunctionsComparer : IEqualityComparer<IReadOnlyList<Conjunction>>
{
    public static ConjunctionsComparer Instance { get; } = new();

    public bool Equals(IReadOnlyList<Conjunction>? x, IReadOnlyList<Conjunction>? y) =>
        x is not null && y is not null && x.SequenceEqual(y, ConjunctionComparer.Instance);

    public int GetHashCode(IReadOnlyList<Conjunction> obj) =>
        obj.Aggregate(obj.Count, (hash, conjunction) => unchecked((hash * 31) + ConjunctionComparer.Instance.GetHashCode(conjunction)));
}
