using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>
/// The properties of a model that are sent as null while they are null: those that came as null, and those that <c>WithNull</c> named. A
/// model has one bit for each property that can be left out and be null. All values are equal, so that the bits count neither in the
/// equality of a record nor in its hash code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct NullMembers : IEquatable<NullMembers>
{
    private const int BitsPerWord = 64;

    private ulong _first;

    // Shared by copies of the model, and never changed after the model is complete.
    private ulong[]? _others;

    /// <summary>Marks the property with this index.</summary>
    public void Mark(int index)
    {
        if (index < BitsPerWord)
        {
            _first |= 1UL << index;
            return;
        }

        int word = (index / BitsPerWord) - 1;
        if (_others is null || _others.Length <= word)
            Array.Resize(ref _others, word + 1);
        _others[word] |= 1UL << (index % BitsPerWord);
    }

    /// <summary>True if the property with this index is marked.</summary>
    internal readonly bool Has(int index)
    {
        if (index < BitsPerWord)
            return (_first & (1UL << index)) != 0;
        int word = (index / BitsPerWord) - 1;
        return word < (_others?.Length ?? 0) && (_others![word] & (1UL << (index % BitsPerWord))) != 0;
    }

    /// <summary>True if the property with this index is sent: it has a value, or is sent as null.</summary>
    public readonly bool IsSent<T>(int index, T value) => value is not null || Has(index);

    /// <summary>The value of a property after <c>WithNull</c>: null if this marks it.</summary>
    public readonly T Keep<T>(int index, T value) => Has(index) ? default! : value;

    /// <summary>Returns the marks of both.</summary>
    public readonly NullMembers Merge(NullMembers other)
    {
        NullMembers all = this;
        all._first |= other._first;
        int length = Math.Max(_others?.Length ?? 0, other._others?.Length ?? 0);
        if (length == 0)
            return all;
        all._others = new ulong[length];
        _others?.CopyTo(all._others, 0);
        for (int i = 0; i < (other._others?.Length ?? 0); i++)
            all._others[i] |= other._others![i];
        return all;
    }

    /// <summary>Marks the properties that a call of <c>WithNull</c> names.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="names">
    /// The C# names of the properties in the order of their indexes, separated by spaces; empty for one that is not sent.
    /// </param>
    /// <param name="properties">The names of the call.</param>
    /// <exception cref="ArgumentException">A name is none of them.</exception>
    public static NullMembers Select<T>(string names, string[] properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        string[] known = names.Split(' ');
        NullMembers selected = default;
        foreach (string property in properties)
        {
            int index = string.IsNullOrEmpty(property) ? -1 : Array.IndexOf(known, property);
            if (index < 0)
                throw new ArgumentException(
                    $"{typeof(T).Name} has no property '{property}' that can be left out and be null. "
                        + $"WithNull takes {string.Join(", ", known.Where(n => n.Length > 0))}.",
                    nameof(properties)
                );
            selected.Mark(index);
        }

        return selected;
    }

    /// <summary>True: the marks do not count.</summary>
    public readonly bool Equals(NullMembers other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is NullMembers;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    /// <summary>True: the marks do not count.</summary>
    public static bool operator ==(NullMembers left, NullMembers right) => left.Equals(right);

    /// <summary>False: the marks do not count.</summary>
    public static bool operator !=(NullMembers left, NullMembers right) => !left.Equals(right);
}
