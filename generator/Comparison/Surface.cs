using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The lines of one listing by name, in ordinal order. Only those that a comparison asks for are read.</summary>
internal sealed class Surface
{
    private readonly ListingLine[] _lines;
    private readonly Dictionary<string, ListedMember> _members = new(StringComparer.Ordinal);

    private Surface(ListingLine[] lines, string? invalidLine)
    {
        _lines = lines;
        InvalidLine = invalidLine;
        foreach (ListingLine line in lines)
            AddName(line.Text);
    }

    /// <summary>The names of enumerations.</summary>
    public HashSet<string> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of types and of records of optional parameters.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes that have methods or resources.</summary>
    public HashSet<string> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>The first line that is not valid; null where all are.</summary>
    public string? InvalidLine { get; private set; }

    public static Surface Create(ApiListing listing)
    {
        string? invalid = null;
        HashSet<string>? names = listing.IsSorted ? null : new(StringComparer.Ordinal);
        List<ListingLine> lines = new(listing.Lines.Count);
        foreach (ListingLine line in listing.Lines)
        {
            // A name that is there already is that of a line which a merge left. In order, that is the line before.
            int nameEnd = line.Text.IndexOf(' ');
            bool isKnown =
                nameEnd > 0
                && (
                    names is null
                        ? lines.Count > 0 && string.CompareOrdinal(lines[lines.Count - 1].Text, 0, line.Text, 0, nameEnd + 1) == 0
                        : !names.Add(line.Text.Substring(0, nameEnd))
                );
            if (nameEnd > 0 && !isKnown)
                lines.Add(line);
            else
                invalid ??= line.Text;
        }

        ListingLine[] sorted = [.. lines];
        if (names is not null)
            Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        return new Surface(sorted, invalid);
    }

    private void AddName(string line)
    {
        int nameEnd = line.IndexOf(' ');
        int ownerEnd = line.IndexOfAny(['.', '('], 0, nameEnd);
        if (ownerEnd >= 0)
        {
            if (IsKind(line, nameEnd, ListedKind.Method) || IsKind(line, nameEnd, ListedKind.Resource))
                Classes.Add(line.Substring(0, ownerEnd));
            return;
        }

        string name = line.Substring(0, nameEnd);
        if (IsKind(line, nameEnd, ListedKind.Enum))
            Enums.Add(name);
        if (!IsKind(line, nameEnd, ListedKind.Client))
            Types.Add(name);
    }

    private static bool IsKind(string text, int nameEnd, string kind) =>
        string.CompareOrdinal(text, nameEnd + 1, kind, 0, kind.Length) == 0
        && (text.Length == nameEnd + 1 + kind.Length || text[nameEnd + 1 + kind.Length] == ' ');

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
        if (member is null || (member.Kind == ListedKind.OlderCall && CallSignature.TryReadOlder(member) is null))
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

    /// <summary>Returns the lines that have a text somewhere.</summary>
    public IEnumerable<ListingLine> FindLines(string text) => _lines.Where(line => line.Text.IndexOf(text, StringComparison.Ordinal) >= 0);

    /// <summary>Returns the lines that begin with a text.</summary>
    private IEnumerable<ListingLine> FindAll(string start)
    {
        int low = 0;
        int high = _lines.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(_lines[middle].Text, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _lines.Length && _lines[low].Text.StartsWith(start, StringComparison.Ordinal); low++)
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
