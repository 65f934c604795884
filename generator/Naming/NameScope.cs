namespace CfGen.Generator.Naming;

/// <summary>
/// The names of one scope: the members of a type, the types of a namespace, or the parameters of a method. Every reserved name is unique.
/// </summary>
internal sealed class NameScope(StringComparer? comparer = null, IEnumerable<string>? reserved = null)
{
    private readonly HashSet<string> _taken = new(reserved ?? [], comparer ?? StringComparer.Ordinal);

    public bool IsAvailable(string name) => !_taken.Contains(name);

    /// <summary>Reserves the first candidate that is available, else the last one with the smallest number that makes it so.</summary>
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

    /// <summary>
    /// Reserves a name with each of the suffixes, and returns it without. The name itself stays available.
    /// </summary>
    public string ReserveStem(IReadOnlyList<string> suffixes, params IReadOnlyList<string> candidates)
    {
        int number = 1;
        string stem = candidates[0];
        for (int i = 1; !suffixes.All(s => IsAvailable(stem + s)); i++)
            stem = i < candidates.Count ? candidates[i] : candidates[candidates.Count - 1] + ++number;
        foreach (string suffix in suffixes)
            _taken.Add(stem + suffix);
        return stem;
    }
}
