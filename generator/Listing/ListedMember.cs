namespace CfGen.Generator.Listing;

/// <summary>A line of a listing in its parts.</summary>
internal sealed class ListedMember
{
    private static readonly char[] s_ownerEnds = ['.', '('];

    // Few a line: a list is faster than a table.
    private readonly List<KeyValuePair<string, string>> _facts = [];

    private ListedMember(ListingLine line, string name, string kind)
    {
        Line = line;
        Name = name;
        Kind = kind;
    }

    /// <summary>The line.</summary>
    public ListingLine Line { get; }

    /// <summary>The name of the member after that of its type.</summary>
    public string Name { get; }

    /// <summary>One of <see cref="ListedKind"/>.</summary>
    public string Kind { get; }

    /// <summary>The facts in the order of the line. A fact without a value has an empty one.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts => _facts;

    /// <summary>The name of the type that has the member; that of the type itself for the line of a type.</summary>
    public string Owner => GetOwner(Name);

    /// <summary>The name in <see cref="Owner"/>, without the brackets of an argument; empty for the line of a type.</summary>
    public string ShortName => Name.Length == Owner.Length ? "" : Name.Substring(Owner.Length + 1).TrimEnd(')');

    /// <summary>Returns the name of the type in the name of a member, or the name itself where it is that of a type.</summary>
    public static string GetOwner(string name) => name.IndexOfAny(s_ownerEnds) is >= 0 and int end ? name.Substring(0, end) : name;

    /// <summary>Returns the value of a fact. Empty where the line does not have the fact, or it has no value.</summary>
    public string this[string fact]
    {
        get
        {
            foreach (KeyValuePair<string, string> pair in _facts)
            {
                if (pair.Key == fact)
                    return pair.Value;
            }

            return "";
        }
    }

    /// <summary>True if the line has the fact.</summary>
    public bool Has(string fact) => _facts.Exists(f => f.Key == fact);

    /// <summary>Returns a copy with another name and other values.</summary>
    /// <param name="value">The value of a fact, by its name and its value.</param>
    public ListedMember Rename(string name, Func<string, string, string> value)
    {
        ListedMember member = new(Line, name, Kind);
        foreach (KeyValuePair<string, string> fact in _facts)
            member._facts.Add(new(fact.Key, value(fact.Key, fact.Value)));
        return member;
    }

    /// <summary>Reads a line. Null where it has another form.</summary>
    public static ListedMember? TryParse(ListingLine line)
    {
        string text = line.Text;
        int nameEnd = text.IndexOf(' ');
        if (nameEnd <= 0)
            return null;
        int kindEnd = text.IndexOf(' ', nameEnd + 1);
        string kind = text.Substring(nameEnd + 1, (kindEnd < 0 ? text.Length : kindEnd) - nameEnd - 1);
        if (kind.Length == 0)
            return null;
        ListedMember member = new(line, text.Substring(0, nameEnd), kind);
        var facts = FactReader.Create(text);
        while (facts.Read())
        {
            if (facts.Value is not { } value)
                return null;
            member._facts.Add(new(facts.Fact, value));
        }

        return facts.IsComplete ? member : null;
    }
}
