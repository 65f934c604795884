namespace CfGen.Corpus.Fuzzing;

/// <summary>Numbers that look random and follow from a seed on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Returns a number from 0 to below <paramref name="limit"/>.</summary>
    public int Next(int limit)
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        ulong z = _state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    /// <summary>True in the given share of all calls.</summary>
    public bool IsOneOf(int number) => Next(number) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
