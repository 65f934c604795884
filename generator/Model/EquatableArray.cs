using System.Collections;
using System.Runtime.CompilerServices;

namespace CfGen.Generator.Model;

/// <summary>An immutable array that is equal to another when its elements are, so that Roslyn can cache a model with it.</summary>
/// <remarks>
/// A class, because the JIT would have to compile every generic type of Roslyn's pipeline anew for a struct, in each cold compiler.
/// </remarks>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal sealed class EquatableArray<T>(T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[] _items = items;

    public static readonly EquatableArray<T> Empty = new([]);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public ReadOnlySpan<T> AsSpan() => _items;

    public bool Equals(EquatableArray<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Count != other?.Count)
            return false;
        for (int i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[i], other[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    public override int GetHashCode()
    {
        int hash = Count;
        foreach (T item in _items)
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

internal static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => FromArray(items.ToArray());

    public static EquatableArray<T> ToEquatable<T>(this IEnumerable<T> items) => FromArray<T>([.. items]);

    /// <summary>Returns the array with other items; the same array where each item is the same object.</summary>
    public static EquatableArray<T> Replace<T>(this EquatableArray<T> items, Func<T, T> replace)
        where T : class
    {
        T[] replaced = [.. items.Select(replace)];
        for (int i = 0; i < replaced.Length; i++)
        {
            if (!ReferenceEquals(replaced[i], items[i]))
                return new EquatableArray<T>(replaced);
        }

        return items;
    }

    private static EquatableArray<T> FromArray<T>(T[] items) => items.Length == 0 ? EquatableArray<T>.Empty : new(items);
}
