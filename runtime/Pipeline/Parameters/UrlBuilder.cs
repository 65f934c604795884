using System.Buffers;
using System.Text;

namespace CfGen.Pipeline.Parameters;

/// <summary>Builds a URL in a pooled buffer.</summary>
internal struct UrlBuilder
{
    private const string Hex = "0123456789ABCDEF";

    // RFC 3986, 2.3: everything else in a value is percent-encoded.
    private static readonly SearchValues<char> s_unreserved = SearchValues.Create(
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
    );

    // The reserved characters of RFC 3986 too, except those that end the value or mean another character: # & + [ ].
    private static readonly SearchValues<char> s_unreservedAndReserved = SearchValues.Create(
        "!$'()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
    );

    private char[]? _buffer;
    private int _length;
    private bool _hasQuery;

    public void Append(ReadOnlySpan<char> literal)
    {
        literal.CopyTo(GetSpace(literal.Length));
        _length += literal.Length;
    }

    public readonly int Length => _length;

    /// <summary>Gets the text from a position to the end.</summary>
    public readonly string Slice(int start) => new(_buffer.AsSpan(start, _length - start));

    /// <summary>True if query values keep reserved characters: <c>allowReserved</c> of the document.</summary>
    public bool AllowReserved { get; set; }

    /// <summary>Appends a query value, or a part of one.</summary>
    public void AppendQueryValue(ReadOnlySpan<char> value) => AppendEncoded(value, AllowReserved ? s_unreservedAndReserved : s_unreserved);

    public void AppendEncoded(ReadOnlySpan<char> value) => AppendEncoded(value, s_unreserved);

    private void AppendEncoded(ReadOnlySpan<char> value, SearchValues<char> kept)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            int odd = value.IndexOfAnyExcept(kept);
            Append(odd < 0 ? value : value[..odd]);
            if (odd < 0)
                return;
            Rune.DecodeFromUtf16(value[odd..], out Rune rune, out int used);
            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
                Append(['%', Hex[b >> 4], Hex[b & 15]]);
            value = value[(odd + used)..];
        }
    }

    /// <summary>Appends the name of a query parameter: <c>?name=</c> or <c>&amp;name=</c>.</summary>
    public void AppendParameter(ReadOnlySpan<char> name)
    {
        AppendSeparator();
        AppendEncoded(name);
        Append("=");
    }

    /// <summary>Appends a query parameter: <c>?name=value</c> or <c>&amp;name=value</c>.</summary>
    public void AppendParameter(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        AppendParameter(name);
        AppendQueryValue(value);
    }

    /// <summary>Appends a query, or a part of one, that has no name.</summary>
    public void AppendUnnamed(ReadOnlySpan<char> value)
    {
        AppendSeparator();
        AppendQueryValue(value);
    }

    /// <summary>Starts with a URL that may have a query.</summary>
    public void ContinueFrom(string url)
    {
        Append(url);
        _hasQuery = url.Contains('?', StringComparison.Ordinal);
    }

    public override readonly string ToString() => _buffer is null ? "" : new string(_buffer, 0, _length);

    public void Release()
    {
        if (_buffer is { } buffer)
            ArrayPool<char>.Shared.Return(buffer);
        _buffer = null;
        _length = 0;
    }

    /// <summary>Marks the text so far as having a query.</summary>
    public void MarkQueryStarted() => _hasQuery = true;

    private void AppendSeparator()
    {
        Append(_hasQuery ? "&" : "?");
        _hasQuery = true;
    }

    private Span<char> GetSpace(int count)
    {
        _buffer ??= ArrayPool<char>.Shared.Rent(256);
        if (_length + count > _buffer.Length)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
