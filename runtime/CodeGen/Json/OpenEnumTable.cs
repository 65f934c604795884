using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace CfGen.CodeGen;

/// <summary>The known values of an open enum, found by text or by UTF-8 bytes without allocating.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumTable
{
    // Below this many, comparing each is faster than hashing.
    private const int LinearSearchLimit = 12;

    private readonly string[] _values;
    private readonly byte[][] _utf8Values;
    private readonly Dictionary<string, int>? _ordinals;
    private readonly long[]? _numbers;

    // Of values of several JSON types, whether each is a string.
    private readonly bool[]? _isString;

    /// <summary>A table of strings, in the document's order.</summary>
    public OpenEnumTable(params string[] values)
        : this(values, null) { }

    /// <summary>A table of integers, in the document's order.</summary>
    public OpenEnumTable(params long[] values)
        : this(Array.ConvertAll(values, v => v.ToString(CultureInfo.InvariantCulture)), null) => _numbers = values;

    private OpenEnumTable(string[] values, bool[]? strings)
    {
        _values = values;
        _isString = strings;
        _utf8Values = Array.ConvertAll(values, Encoding.UTF8.GetBytes);
        if (values.Length <= LinearSearchLimit)
            return;
        _ordinals = new Dictionary<string, int>(values.Length, StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
            _ordinals.TryAdd(values[i], i);
    }

    /// <summary>A table of strings, numbers and booleans, each with its text and whether it is a string, in the document's order.</summary>
    public static OpenEnumTable CreateMixed(params (string Text, bool IsString)[] values) =>
        new(Array.ConvertAll(values, v => v.Text), Array.ConvertAll(values, v => v.IsString));

    /// <summary>The number of known values.</summary>
    public int Count => _values.Length;

    /// <summary>Whether the values are integers.</summary>
    internal bool IsInteger => _numbers is not null;

    /// <summary>Whether numbers and booleans may stand among the strings.</summary>
    internal bool IsMixed => _isString is not null;

    /// <summary>1 + the index of <paramref name="value"/>, or 0 where the document does not know it.</summary>
    public int FindOrdinal(string? value)
    {
        if (_ordinals is not null)
            return value is not null && _ordinals.TryGetValue(value, out int index) ? index + 1 : 0;
        return Array.IndexOf(_values, value) + 1;
    }

    /// <summary>1 + the index of <paramref name="value"/>, or 0 where the document does not know it.</summary>
    public int FindOrdinal(long value) => Array.IndexOf(_numbers!, value) + 1;

    /// <summary>Whether a value of a mixed table stands in JSON as a string: the document says, else only what is no literal does.</summary>
    internal bool IsString(string value)
    {
        int known = FindOrdinal(value);
        return known > 0
            ? _isString![known - 1]
            : value is not ("true" or "false") && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>The table's own string for these bytes, or null where the document does not know them.</summary>
    internal string? FindOrdinal(ReadOnlySpan<byte> utf8)
    {
        byte[][] all = _utf8Values;
        for (int i = 0; i < all.Length; i++)
        {
            if (utf8.SequenceEqual(all[i]))
                return _values[i];
        }

        return null;
    }
}
