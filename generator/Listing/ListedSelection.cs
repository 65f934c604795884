namespace CfGen.Generator.Listing;

/// <summary>
/// The part of a listing that code with certain names can bind to: the members that it names, of the types that it can have. A line is read
/// only if it is in the part.
/// </summary>
internal sealed class ListedSelection
{
    private const string ResourceKind = $" {ListedKind.Resource} ";

    private readonly string _client;
    private readonly Dictionary<string, List<ListingLine>> _byOwner = new(StringComparer.Ordinal);

    /// <param name="listing">The whole listing.</param>
    public ListedSelection(ApiListing listing)
    {
        _client = listing.Client.Substring(listing.Client.LastIndexOf('.') + 1);
        foreach (ListingLine line in listing.Lines)
        {
            int end = line.Text.IndexOfAny(['.', '(', ' ']);
            if (end <= 0)
                continue;
            string owner = line.Text.Substring(0, end);
            if (!_byOwner.TryGetValue(owner, out List<ListingLine>? lines))
                _byOwner.Add(owner, lines = []);
            lines.Add(line);
        }
    }

    /// <summary>Gets the names that decide on the part.</summary>
    public IEnumerable<string> GetNames() =>
        _byOwner
            .Keys.SelectMany(o => new[] { o, "I" + o })
            .Concat(_byOwner.SelectMany(o => o.Value.SelectMany(l => GetForms(l.Text, GetShortName(l.Text, o.Key)))))
            .Append(ListedDeclarations.Match)
            .Append(ListedDeclarations.MatchCase)
            .Where(n => n.Length > 0)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Selects the part.</summary>
    /// <param name="isNamed">True for a name that the code has.</param>
    public ListedPart Select(Func<string, bool> isNamed)
    {
        List<ListedMember> members = [];
        HashSet<string> owners = new(StringComparer.Ordinal) { _client, _client + "Options" };
        owners.UnionWith(_byOwner.Keys.Where(o => isNamed(o) || isNamed("I" + o)));
        Stack<string> open = new(owners);
        bool hasMatch = isNamed(ListedDeclarations.Match) || isNamed(ListedDeclarations.MatchCase);
        while (open.Count > 0)
        {
            string owner = open.Pop();
            if (!_byOwner.TryGetValue(owner, out List<ListingLine>? lines))
                continue;
            // The method that takes a tuple apart needs no name in code.
            bool isTuple = lines.Exists(l => l.Text.StartsWith($"{owner} {ListedKind.Tuple}", StringComparison.Ordinal));
            foreach (ListingLine line in lines)
            {
                string name = GetShortName(line.Text, owner);
                bool isCase = line.Text[owner.Length] == '(';
                if (!(name.Length == 0 || isTuple || (isCase ? hasMatch : GetForms(line.Text, name).Any(isNamed))))
                    continue;
                if (ListedMember.TryParse(line) is not { } member)
                    continue;
                members.Add(member);
                foreach (string type in ListedTypeName.GetTypes(line.Text).Where(t => _byOwner.ContainsKey(t) && owners.Add(t)))
                    open.Push(type);
            }
        }

        return new ListedPart(members, owners);
    }

    /// <summary>Gets the names in code that stand for the member of a line.</summary>
    private static string[] GetForms(string line, string name) =>
        name.EndsWith(ListedDeclarations.MethodSuffix, StringComparison.Ordinal) ? [name, ListedDeclarations.GetResponseMethod(name)]
        : name.Length > 0 && line.IndexOf(ResourceKind, StringComparison.Ordinal) > 0 ? [name, ListedDeclarations.GetFieldName(name)]
        : [name];

    /// <summary>Returns the name after the type, without the argument of a method; empty for the line of a type.</summary>
    private static string GetShortName(string line, string owner)
    {
        if (line.Length <= owner.Length || line[owner.Length] == ' ')
            return "";
        int end = line.IndexOfAny(['(', '[', ')', ' '], owner.Length + 1);
        return end < 0 ? "" : line.Substring(owner.Length + 1, end - owner.Length - 1);
    }
}

/// <summary>A part of a listing.</summary>
/// <param name="Owners">The types and classes of the part, also those without a member in it.</param>
internal sealed record ListedPart(IReadOnlyList<ListedMember> Members, IReadOnlyCollection<string> Owners);
