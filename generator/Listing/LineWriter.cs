using System.Globalization;
using System.Text;

namespace CfGen.Generator.Listing;

/// <summary>Writes the lines of a listing. A line is the name of a member, its kind, and facts.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _line = new();
    private readonly Dictionary<string, List<ListingLine>> _lines = new(StringComparer.Ordinal);
    private List<ListingLine> _linesOfOwner = [];
    private string _owner = "";
    private string _pointer = "";

    /// <summary>Begins a line.</summary>
    /// <param name="name">The name of the member after that of its type: <c>Pet.Name</c>.</param>
    /// <param name="kind">One of <see cref="ListedKind"/>.</param>
    /// <param name="pointer">The pointer of the document.</param>
    public LineWriter Begin(string name, string kind, string pointer)
    {
        _line.Append(name).Append(' ').Append(kind);
        _pointer = pointer;
        return this;
    }

    /// <summary>Adds a fact that has a value, unless the value is empty.</summary>
    public LineWriter Add(string fact, string value)
    {
        if (value.Length == 0)
            return this;
        _line.Append(' ').Append(fact).Append('=');
        AppendValue(value);
        return this;
    }

    /// <summary>Adds a fact that is a number.</summary>
    public LineWriter Add(string fact, int? value) => value is { } number ? Add(fact, number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>Adds a fact that is true.</summary>
    public LineWriter Add(string fact, bool isTrue)
    {
        if (isTrue)
            _line.Append(' ').Append(fact);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        string line = _line.ToString();
        _line.Clear();
        // The lines of a type mostly follow each other.
        if (!IsOf(line, _owner))
        {
            _owner = ListedMember.GetOwner(line.Substring(0, line.IndexOf(' ')));
            if (!_lines.TryGetValue(_owner, out _linesOfOwner!))
                _lines.Add(_owner, _linesOfOwner = []);
        }

        _linesOfOwner.Add(new ListingLine(line, _pointer));
    }

    /// <summary>
    /// Returns the lines in ordinal order. What follows the name of a type precedes each letter, so that the types and the lines of each are
    /// sorted by themselves: thousands of lines with equal beginnings are not compared.
    /// </summary>
    public ListingLine[] Complete()
    {
        string[] owners = [.. _lines.Keys];
        Array.Sort(owners, StringComparer.Ordinal);
        List<ListingLine> lines = [];
        foreach (string owner in owners)
        {
            List<ListingLine> ofOwner = _lines[owner];
            ofOwner.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text));
            lines.AddRange(ofOwner);
        }

        return [.. lines];
    }

    private static bool IsOf(string line, string owner) =>
        owner.Length > 0
        && line.Length > owner.Length
        && line[owner.Length] is ' ' or '.' or '('
        && line.StartsWith(owner, StringComparison.Ordinal);

    private void AppendValue(string value)
    {
        bool isBare = true;
        foreach (char c in value)
        {
            if (c is <= ' ' or '"' or >= '\x7f')
            {
                isBare = false;
                break;
            }
        }

        if (isBare)
            _line.Append(value);
        else
            AppendQuoted(value);
    }

    private void AppendQuoted(string value)
    {
        _line.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                _line.Append('\\').Append(c);
            else if (IsVisible(c))
                _line.Append(c);
            else
                _line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        _line.Append('"');
    }

    // A line stays a line in every editor, and half a surrogate pair does not survive UTF-8.
    private static bool IsVisible(char c) =>
        c == ' '
        || CharUnicodeInfo.GetUnicodeCategory(c)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
