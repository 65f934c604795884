using System.ComponentModel;
using System.Text;

namespace CfGen.Infrastructure;

/// <summary>The known values of an open enum, found by text or by UTF-8 bytes without allocating.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumTable
{
    private readonly string[] _values;
    private readonly byte[][] _utf8;

    /// <summary>A table of <paramref name="values"/>, in the document's order.</summary>
    public OpenEnumTable(params string[] values)
    {
        _values = values;
        _utf8 = new byte[values.Length][];
        for (int i = 0; i < values.Length; i++)
            _utf8[i] = Encoding.UTF8.GetBytes(values[i]);
    }

    /// <summary>The number of known values.</summary>
    public int Count => _values.Length;

    /// <summary>1 + the index of <paramref name="value"/>, or 0 where the document does not know it.</summary>
    public int Find(string? value)
    {
        string[] values = _values;
        for (int i = 0; i < values.Length; i++)
        {
            if (string.Equals(values[i], value, StringComparison.Ordinal))
                return i + 1;
        }

        return 0;
    }

    /// <summary>The table's own string for these bytes, or null where the document does not know them.</summary>
    internal string? Find(ReadOnlySpan<byte> utf8)
    {
        byte[][] all = _utf8;
        for (int i = 0; i < all.Length; i++)
        {
            if (utf8.SequenceEqual(all[i]))
                return _values[i];
        }

        return null;
    }
}
