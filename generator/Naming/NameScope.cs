namespace CfGen.Generator.Naming;

/// <summary>
/// The names of one scope: the members of a type, the types of a namespace, the parameters of a method. Gives each a name that no other has.
/// </summary>
internal sealed class NameScope(StringComparer? comparer = null, IEnumerable<string>? reserved = null)
{
    private readonly HashSet<string> _taken = new(reserved ?? [], comparer ?? StringComparer.Ordinal);

    public bool IsAvailable(string name) => !_taken.Contains(name);

    /// <summary>The first of the candidates that is free, else the last with the smallest number that is.</summary>
    public string Reserve(params IEnumerable<string> candidates)
    {
        string last = "";
        foreach (string candidate in candidates)
        {
            last = candidate;
            if (_taken.Add(candidate))
                return candidate;
        }

        for (int number = 2; ; number++)
        {
            string numbered = $"{last}{number}";
            if (_taken.Add(numbered))
                return numbered;
        }
    }

    /// <summary>As <see cref="Reserve"/>, for a name that only members are made of: it has to be free with each of the endings, and may stand alone elsewhere.</summary>
    public string ReserveStem(IReadOnlyList<string> endings, params IReadOnlyList<string> candidates)
    {
        int number = 1;
        string stem = candidates[0];
        for (int i = 1; !endings.All(e => IsAvailable(stem + e)); i++)
            stem = i < candidates.Count ? candidates[i] : candidates[candidates.Count - 1] + ++number;
        foreach (string ending in endings)
            _taken.Add(stem + ending);
        return stem;
    }
}
