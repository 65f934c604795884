using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>
/// The names by which code can reach the clients of a project. A word of a text is looked up without a string for it, because almost every
/// word of a program is none of them.
/// </summary>
internal sealed class NameTable : IEquatable<NameTable>
{
    private const uint HashSeed = 2166136261;
    private const uint HashPrime = 16777619;

    private readonly EquatableArray<string> _names;

    // Index plus one of the first name of a bucket, and of the next name of the same bucket; zero ends a bucket.
    private readonly int[] _buckets;
    private readonly int[] _next;

    private NameTable(EquatableArray<string> names)
    {
        _names = names;
        int size = 16;
        while (size < names.Count * 2)
            size *= 2;
        _buckets = new int[size];
        _next = new int[names.Count];
        for (int i = 0; i < names.Count; i++)
        {
            uint hash = HashSeed;
            foreach (char c in names[i])
                hash = AddToHash(hash, c);
            int bucket = (int)(hash & (uint)(size - 1));
            _next[i] = _buckets[bucket];
            _buckets[bucket] = i + 1;
        }
    }

    /// <summary>The table without names, of a project whose code is not read.</summary>
    public static NameTable Empty { get; } = new([]);

    /// <summary>The number of names.</summary>
    public int Count => _names.Count;

    /// <summary>Gets a name by its index. The names are in ordinal order.</summary>
    public string this[int index] => _names[index];

    /// <summary>Creates the table of several lists of names; <see cref="Empty"/> where there is no name.</summary>
    public static NameTable Create(IEnumerable<EquatableArray<string>> lists)
    {
        HashSet<string> names = new(lists.SelectMany(l => l), StringComparer.Ordinal);
        return names.Count == 0 ? Empty : new NameTable(names.OrderBy(n => n, StringComparer.Ordinal).ToEquatable());
    }

    /// <summary>Starts the hash of a word.</summary>
    public static uint StartHash() => HashSeed;

    /// <summary>Adds a character to the hash of a word.</summary>
    public static uint AddToHash(uint hash, char c) => unchecked((hash ^ c) * HashPrime);

    /// <summary>Finds the index of a word by its hash; -1 where it is not a name.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (int i = _buckets[(int)(hash & (uint)(_buckets.Length - 1))]; i > 0; i = _next[i - 1])
        {
            if (word.SequenceEqual(_names[i - 1].AsSpan()))
                return i - 1;
        }

        return -1;
    }

    /// <summary>Finds the index of a word; -1 where it is not a name.</summary>
    public int Find(string word)
    {
        uint hash = HashSeed;
        foreach (char c in word)
            hash = AddToHash(hash, c);
        return Find(word.AsSpan(), hash);
    }

    /// <inheritdoc/>
    public bool Equals(NameTable? other) => other is not null && (ReferenceEquals(this, other) || _names.Equals(other._names));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NameTable);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Count == 0 ? 0 : (_names.Count * 31) + StringComparer.Ordinal.GetHashCode(_names[0]);
}
