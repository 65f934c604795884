using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The lines of one listing by name. Only those that a comparison asks for are read.</summary>
internal sealed class Surface
{
    private readonly Dictionary<string, ListingLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedMember> _members = new(StringComparer.Ordinal);

    private ILookup<string, string>? _byOwner;

    private Surface() { }

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
        Surface surface = new();
        foreach (ListingLine line in listing.Lines)
        {
            int nameEnd = line.Text.IndexOf(' ');
            string name = nameEnd > 0 ? line.Text.Substring(0, nameEnd) : "";
            // A name that is there already is that of a line which a merge left.
            if (name.Length == 0 || surface._lines.ContainsKey(name))
            {
                surface.InvalidLine ??= line.Text;
                continue;
            }

            surface._lines.Add(name, line);
            int ownerEnd = name.IndexOfAny(['.', '(']);
            if (ownerEnd >= 0)
            {
                if (IsKind(line.Text, nameEnd, ListedKind.Method) || IsKind(line.Text, nameEnd, ListedKind.Resource))
                    surface.Classes.Add(name.Substring(0, ownerEnd));
                continue;
            }

            if (IsKind(line.Text, nameEnd, ListedKind.Enum))
                surface.Enums.Add(name);
            if (!IsKind(line.Text, nameEnd, ListedKind.Client))
                surface.Types.Add(name);
        }

        return surface;
    }

    private static bool IsKind(string text, int nameEnd, string kind) =>
        string.CompareOrdinal(text, nameEnd + 1, kind, 0, kind.Length) == 0
        && (text.Length == nameEnd + 1 + kind.Length || text[nameEnd + 1 + kind.Length] == ' ');

    /// <summary>Finds a member by its name. Null where there is none.</summary>
    public ListedMember? Find(string name)
    {
        if (_members.TryGetValue(name, out ListedMember? known))
            return known;
        if (!_lines.TryGetValue(name, out ListingLine line) || ListedMember.TryParse(line) is not { } member)
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
    public IEnumerable<ListingLine> Lines => _lines.Values;

    /// <summary>Returns the members of a type, and of its methods where it is a class.</summary>
    public IEnumerable<ListedMember> GetMembers(string owner)
    {
        _byOwner ??= _lines
            .Keys.Where(name => ListedMember.GetOwner(name).Length < name.Length)
            .ToLookup(ListedMember.GetOwner, StringComparer.Ordinal);
        return _byOwner[owner].Select(Find).OfType<ListedMember>();
    }

    /// <summary>Returns the lines that have a text somewhere.</summary>
    public IEnumerable<ListingLine> FindLines(string text) =>
        _lines.Values.Where(line => line.Text.IndexOf(text, StringComparison.Ordinal) >= 0);

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
