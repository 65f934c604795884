using System.Globalization;

namespace CfGen.Generator.Listing;

/// <summary>
/// Writes lines of a listing. A line is the name of a member, its kind, and facts. The lines share one buffer, because most of them are only
/// compared with those of a file.
/// </summary>
internal sealed class LineWriter
{
    private readonly List<(int Start, int Length, string Pointer)> _lines = [];
    private readonly Comparison<(int Start, int Length, string Pointer)> _order;
    private char[] _text = new char[4096];
    private int _length;
    private int _start;
    private string _pointer = "";

    public LineWriter() => _order = (a, b) => _text.AsSpan(a.Start, a.Length).SequenceCompareTo(_text.AsSpan(b.Start, b.Length));

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>Begins the line of a type or a class.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">One of <see cref="ListedKind"/>.</param>
    /// <param name="pointer">The pointer of the document.</param>
    public LineWriter Begin(string name, string kind, string pointer)
    {
        Append(name);
        return BeginFacts(kind, pointer);
    }

    /// <summary>Begins the line of a member.</summary>
    /// <param name="owner">The name of what has the member.</param>
    /// <param name="separator">A point, or the bracket that is closed after the name of the member.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="kind">One of <see cref="ListedKind"/>.</param>
    /// <param name="pointer">The pointer of the document.</param>
    public LineWriter Begin(string owner, char separator, string member, string kind, string pointer)
    {
        Append(owner);
        Append(separator);
        AppendMember(member);
        if (separator is '(')
            Append(')');
        else if (separator is '[')
            Append(']');
        return BeginFacts(kind, pointer);
    }

    private LineWriter BeginFacts(string kind, string pointer)
    {
        Append(' ');
        Append(kind);
        _pointer = pointer;
        return this;
    }

    /// <summary>Adds a fact that has a value, unless the value is empty.</summary>
    public LineWriter Add(string fact, string value)
    {
        if (value.Length == 0)
            return this;
        AppendFact(fact);
        Append('=');
        AppendValue(value);
        return this;
    }

    /// <summary>Adds a fact that is a number.</summary>
    public LineWriter Add(string fact, int? value) => value is { } number ? Add(fact, number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>Adds a fact that is true.</summary>
    public LineWriter Add(string fact, bool isTrue)
    {
        if (isTrue)
            AppendFact(fact);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        _lines.Add((_start, _length - _start, _pointer));
        _start = _length;
    }

    /// <summary>Puts the lines into ordinal order.</summary>
    public void Sort() => _lines.Sort(_order);

    /// <summary>Removes all lines.</summary>
    public void Clear()
    {
        _lines.Clear();
        _length = 0;
        _start = 0;
    }

    /// <summary>Returns the text of a line, which the next call of another method can change.</summary>
    public ReadOnlySpan<char> GetText(int index) => _text.AsSpan(_lines[index].Start, _lines[index].Length);

    /// <summary>Returns the pointer of a line.</summary>
    public string GetPointer(int index) => _lines[index].Pointer;

    /// <summary>Appends the name of a member. Those of statuses and headers are texts of the document.</summary>
    private void AppendMember(string name)
    {
        foreach (char c in name)
            Append(c == ' ' || !IsVisible(c) ? '_' : c);
    }

    private void AppendFact(string fact)
    {
        Append(' ');
        Append(fact);
    }

    private void Append(char c)
    {
        if (_length == _text.Length)
            Grow(1);
        _text[_length++] = c;
    }

    private void Append(string text)
    {
        if (_text.Length - _length < text.Length)
            Grow(text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    private void Grow(int count) => Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + count));

    private void AppendValue(string value)
    {
        foreach (char c in value)
        {
            if (c is <= ' ' or '"' or >= '\x7f')
            {
                AppendQuoted(value);
                return;
            }
        }

        Append(value);
    }

    private void AppendQuoted(string value)
    {
        Append('"');
        foreach (char c in value)
        {
            if (c is not ('"' or '\\') && IsVisible(c))
            {
                Append(c);
                continue;
            }

            Append('\\');
            if (c is '"' or '\\')
                Append(c);
            else
                Append("u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        Append('"');
    }

    // A line stays a line in every editor, and half a surrogate pair does not survive UTF-8. The ranges are those of Unicode, written down
    // because the tables of the runtimes that compilers have differ.
    private static bool IsVisible(char c) =>
        c
            is not (
                < ' '
                or (>= '\x7f' and <= '\xa0')
                or '\xad'
                or (>= '\u0600' and <= '\u0605')
                or '\u061c'
                or '\u06dd'
                or '\u070f'
                or '\u0890'
                or '\u0891'
                or '\u08e2'
                or '\u1680'
                or '\u180e'
                or (>= '\u2000' and <= '\u200f')
                or (>= '\u2028' and <= '\u202f')
                or (>= '\u205f' and <= '\u206f')
                or '\u3000'
                or (>= '\ud800' and <= '\uf8ff')
                or (>= '\ufdd0' and <= '\ufdef')
                or '\ufeff'
                or >= '\ufff0'
            );
}
