using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace CfGen.CodeGen;

/// <summary>The values of an open enum that the document lists. Finding one by text or by UTF-8 bytes allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumTable
{
    // Up to this number of values, comparing each is faster than hashing.
    private const int LinearSearchLimit = 12;

    private readonly string[] _values;
    private readonly byte[][] _utf8Values;
    private readonly Dictionary<string, int>? _ordinals;
    private readonly long[]? _numbers;

    // The numbers in Known, where they are not those of the places.
    private int[]? _known;

    // For values of several JSON types: true for each value that is a string.
    private readonly bool[]? _isString;

    /// <summary>Creates a table of strings, in the order of the document.</summary>
    public OpenEnumTable(params string[] values)
        : this(values, null) { }

    /// <summary>Creates a table of integers, in the order of the document.</summary>
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

    /// <summary>Creates a table of strings, numbers and booleans, in the order of the document.</summary>
    public static OpenEnumTable CreateMixed(params (string Text, bool IsString)[] values) =>
        new(Array.ConvertAll(values, v => v.Text), Array.ConvertAll(values, v => v.IsString));

    /// <summary>True if the values are integers.</summary>
    internal bool IsInteger => _numbers is not null;

    /// <summary>True if the values are of several JSON types.</summary>
    internal bool IsMixed => _isString is not null;

    /// <summary>Sets the numbers that the values have in <c>Known</c>, in the order of the values.</summary>
    /// <returns>The table.</returns>
    public OpenEnumTable WithNumbers(params int[] numbers)
    {
        _known = numbers;
        return this;
    }

    /// <summary>
    /// Returns the number of <paramref name="value"/> in <c>Known</c>: its place in the list, from 1, unless the table has another one; 0 if
    /// the document does not list it.
    /// </summary>
    public int FindOrdinal(string? value) => GetNumber(FindIndex(value));

    /// <inheritdoc cref="FindOrdinal(string?)"/>
    public int FindOrdinal(long? value) => value is { } number ? GetNumber(Array.IndexOf(_numbers!, number)) : 0;

    private int GetNumber(int index) => index < 0 || _known is null ? index + 1 : _known[index];

    private int FindIndex(string? value)
    {
        if (_ordinals is not null)
            return value is not null && _ordinals.TryGetValue(value, out int index) ? index : -1;
        return Array.IndexOf(_values, value);
    }

    /// <summary>Returns the text of a value.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static string NotNull(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    /// <summary>
    /// Returns true if a value of a mixed table is a string in JSON. A value that the document does not list is one unless it is a JSON
    /// literal.
    /// </summary>
    internal bool IsString(string value)
    {
        int index = FindIndex(value);
        return index >= 0
            ? _isString![index]
            : value is not ("true" or "false") && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Returns the table's own string for these bytes, or null if the document does not list them.</summary>
    internal string? FindValue(ReadOnlySpan<byte> utf8)
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
