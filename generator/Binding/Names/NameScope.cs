namespace CfGen.Generator.Binding.Names;

/// <summary>
/// The names of one scope: the members of a type, the types of a namespace, the parameters of a method. Gives each a name that no other has.
/// </summary>
internal sealed class NameScope(StringComparer? comparer = null, IEnumerable<string>? reserved = null)
{
    private readonly HashSet<string> _taken = new(reserved ?? [], comparer ?? StringComparer.Ordinal);

    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>The first of the candidates that is free, else the last with the smallest number that is.</summary>
    public string Take(params IEnumerable<string> candidates)
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

    public void Reserve(string name) => _taken.Add(name);
}
