using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The lines of one listing by name, in ordinal order. Only those that a comparison asks for are read.</summary>
internal sealed class Surface
{
    private static readonly char[] s_ownerEnds = ['.', '(', ' '];

    private readonly IReadOnlyList<ListingLine> _lines;
    private readonly Dictionary<string, ListedMember> _members = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _classes;

    private Surface(IReadOnlyList<ListingLine> lines, string? invalidLine)
    {
        _lines = lines;
        InvalidLine = invalidLine;
        foreach (ListingLine line in lines)
            AddType(line.Text);
        _classes = new(FindClasses);
    }

    /// <summary>The names of enumerations.</summary>
    public HashSet<string> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of types and of records of optional parameters.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes that have methods or resources.</summary>
    public HashSet<string> Classes => _classes.Value;

    /// <summary>The first line that is not valid; null where all are.</summary>
    public string? InvalidLine { get; private set; }

    public static Surface Create(ApiListing listing)
    {
        if (listing.IsSorted && !listing.Lines.Where((line, i) => !IsNew(line.Text, i == 0 ? "" : listing.Lines[i - 1].Text)).Any())
            return new Surface(listing.Lines, null);
        string? invalid = null;
        HashSet<string> names = new(StringComparer.Ordinal);
        List<ListingLine> lines = new(listing.Lines.Count);
        foreach (ListingLine line in listing.Lines)
        {
            // A name that is there already is that of a line which a merge left.
            int nameEnd = line.Text.IndexOf(' ');
            if (nameEnd > 0 && names.Add(line.Text.Substring(0, nameEnd)))
                lines.Add(line);
            else
                invalid ??= line.Text;
        }

        lines.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        return new Surface(lines, invalid);
    }

    /// <summary>True if a line has a name that the line before does not have.</summary>
    private static bool IsNew(string line, string before) =>
        line.IndexOf(' ') is > 0 and int nameEnd && string.CompareOrdinal(before, 0, line, 0, nameEnd + 1) != 0;

    private void AddType(string line)
    {
        int nameEnd = line.IndexOfAny(s_ownerEnds);
        if (line[nameEnd] != ' ')
            return;
        string name = line.Substring(0, nameEnd);
        if (ListedKind.IsAt(line, nameEnd + 1, ListedKind.Enum))
            Enums.Add(name);
        if (!ListedKind.IsAt(line, nameEnd + 1, ListedKind.Client))
            Types.Add(name);
    }

    private HashSet<string> FindClasses()
    {
        HashSet<string> classes = new(StringComparer.Ordinal);
        foreach (ListingLine line in _lines)
        {
            int kind = line.Text.IndexOf(' ') + 1;
            if (ListedKind.IsAt(line.Text, kind, ListedKind.Method) || ListedKind.IsAt(line.Text, kind, ListedKind.Resource))
                classes.Add(ListedMember.GetOwner(line.Text.Substring(0, kind - 1)));
        }

        return classes;
    }

    /// <summary>Finds a member by its name. Null where there is none.</summary>
    public ListedMember? Find(string name)
    {
        if (_members.TryGetValue(name, out ListedMember? known))
            return known;
        if (
            name.Length == 0
            || FindAll(name + " ").FirstOrDefault() is not { Text: not null } line
            || ListedMember.TryParse(line) is not { } member
        )
            return null;
        _members.Add(name, member);
        return member;
    }

    /// <summary>Reads a line. Null, with <see cref="InvalidLine"/>, where it is not valid.</summary>
    public ListedMember? Read(string text)
    {
        int nameEnd = text.IndexOf(' ');
        ListedMember? member = nameEnd > 0 ? Find(text.Substring(0, nameEnd)) : null;
        if (
            member is null
            || !LineForm.IsValid(member)
            || (member.Kind == ListedKind.OlderCall && CallSignature.TryReadOlder(member) is null)
        )
            InvalidLine ??= text;
        return member;
    }

    /// <summary>The lines, each of another member.</summary>
    public IEnumerable<ListingLine> Lines => _lines;

    /// <summary>Returns the members of a type, and of its methods where it is a class.</summary>
    public IEnumerable<ListedMember> GetMembers(string owner) =>
        FindAll(owner + "(")
            .Concat(FindAll(owner + "."))
            .Select(l => Find(l.Text.Substring(0, l.Text.IndexOf(' '))))
            .OfType<ListedMember>();

    /// <summary>Returns the lines that begin with a text.</summary>
    private IEnumerable<ListingLine> FindAll(string start)
    {
        int low = 0;
        int high = _lines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(_lines[middle].Text, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _lines.Count && _lines[low].Text.StartsWith(start, StringComparison.Ordinal); low++)
            yield return _lines[low];
    }

    public bool IsSent(string type) => Find(type)?.Has(ListedFact.Sent) == true;

    public bool IsReceived(string type) => Find(type)?.Has(ListedFact.Received) == true;

    /// <summary>Returns the pointer of a member, or else that of its type.</summary>
    public string GetPointer(string name)
    {
        for (int end = name.Length; end > 0; end = name.LastIndexOfAny(['.', '(', '['], end - 1))
        {
            if (Find(name.Substring(0, end)) is { Line.Pointer: { Length: > 0 } pointer })
                return pointer;
        }

        return JsonPointer.Root;
    }
}
