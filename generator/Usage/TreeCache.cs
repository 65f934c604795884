using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Usage;

/// <summary>
/// The names in the files of C#, found with one table. They are kept with the tree, so that an edit of one file of a large project reads
/// one file.
/// </summary>
internal sealed class TreeCache<T>(Func<SyntaxTree, NameTable, CancellationToken, T> read)
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxTree, Entry> _entries = new();

    /// <summary>Reads a file, unless it is known for the table.</summary>
    public T Get(SyntaxTree tree, NameTable table, CancellationToken ct)
    {
        Entry entry = _entries.GetOrCreateValue(tree);
        if (entry.Value is { } known && ReferenceEquals(known.Item1, table))
            return known.Item2;
        T value = read(tree, table, ct);
        entry.Value = Tuple.Create(table, value);
        return value;
    }

    private sealed class Entry
    {
        private volatile Tuple<NameTable, T>? _value;

        public Tuple<NameTable, T>? Value
        {
            get => _value;
            set => _value = value;
        }
    }
}
