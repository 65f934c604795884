using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>Plans the names of the members of types, of the cases of unions, and the numbers of enumerations.</summary>
internal sealed class MemberNamePlan(NamePlan plan, NameMatching matching)
{
    private readonly MemberNames _names = new(
        matching.Names,
        new Dictionary<string, string>(StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal)
    );

    private readonly HashSet<(string Type, string Member)> _listed = [];

    /// <summary>Notes the names of members that are not those of the rules.</summary>
    public void Report()
    {
        foreach (KeyValuePair<(string Type, string Member), string> name in plan.Members)
            Note(name, $"{name.Key.Type}.{name.Key.Member}", _listed.Contains(name.Key));
        foreach (KeyValuePair<(string Union, string Case), string> name in plan.Cases)
            Note(name, name.Key.Union, _listed.Contains(name.Key));
    }

    private void Note(KeyValuePair<(string Type, string Member), string> name, string place, bool isListed)
    {
        (string type, string member) = name.Key;
        plan.Note(new KeptName($"{plan.GetType(type)}.{name.Value}", $"{type}.{member}", matching.Current.GetPointer(place), isListed));
    }

    /// <summary>Plans the members of all types that have a line that differs, or another name.</summary>
    public void Add()
    {
        IEnumerable<string> touched = matching
            .Come.Select(m => m.Owner)
            .Concat(matching.Gone.Select(m => matching.Names.TryGetValue(m.Owner, out string? name) ? name : m.Owner))
            .Concat(plan.Types.Keys);
        foreach (string type in touched.Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal))
        {
            if (matching.Current.Types.Contains(type) && matching.GetOldName(type) is { } old)
                Add(type, old);
        }
    }

    private void Add(string type, string oldType)
    {
        List<ListedMember> current = [.. matching.Current.GetMembers(type)];
        Dictionary<string, ListedMember> old = new(StringComparer.Ordinal);
        foreach (ListedMember member in matching.Old.GetMembers(oldType).Select(_names.Rename))
            old[GetKey(member)] = member;
        string kind = matching.Current.Find(type)!.Kind;
        Assign(
            [.. current.Where(m => m.Kind == ListedKind.UnionCase)],
            old,
            ["Unknown"],
            (member, name) => plan.Cases[(type, ToUpper(member.ShortName))] = name
        );
        // Parameters are members of a record and arguments of methods.
        if (kind != ListedKind.ParametersRecord)
            Assign(
                [.. current.Where(m => m.Kind != ListedKind.UnionCase && m.ShortName.IndexOf('[') < 0)],
                old,
                [plan.GetType(type), .. GetReserved(kind)],
                (member, name) => plan.Members[(type, member.ShortName)] = name
            );
        if (kind == ListedKind.Enum)
            AddNumbers(type, current, old);
    }

    private static IEnumerable<string> GetReserved(string kind) =>
        kind switch
        {
            ListedKind.Enum => ReservedNames.EnumMembers,
            ListedKind.Union => ReservedNames.RecordMembers.Concat(ReservedNames.UnionMembers),
            _ => ReservedNames.RecordMembers,
        };

    /// <summary>Gives the members their names in the listing, and then the others theirs, as far as they are free.</summary>
    private void Assign(
        List<ListedMember> members,
        Dictionary<string, ListedMember> old,
        IReadOnlyList<string> reserved,
        Action<ListedMember, string> assign
    )
    {
        NameScope scope = new(reserved: reserved);
        List<ListedMember> others = [];
        foreach (ListedMember member in members)
        {
            string name = old.TryGetValue(GetKey(member), out ListedMember? listed) ? GetName(listed) : "";
            if (!Identifiers.IsPascalCase(name) || !scope.IsAvailable(name))
            {
                others.Add(member);
                continue;
            }

            scope.Reserve(name);
            _listed.Add((member.Owner, GetName(member)));
            if (name != GetName(member))
                assign(member, name);
        }

        foreach (ListedMember member in others)
        {
            string name = scope.Reserve(GetName(member), GetName(member) + "Value");
            if (name != GetName(member))
                assign(member, name);
        }
    }

    /// <summary>Keeps the numbers of the values that are listed. New values get numbers that no listed one has.</summary>
    private void AddNumbers(string type, List<ListedMember> current, Dictionary<string, ListedMember> old)
    {
        int next = 1;
        foreach (ListedMember value in old.Values)
            next = Math.Max(next, GetNumber(value) + 1);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        bool isOther = false;
        foreach (ListedMember value in current.OrderBy(GetNumber))
        {
            int number = old.TryGetValue(GetKey(value), out ListedMember? listed) && GetNumber(listed) > 0 ? GetNumber(listed) : next++;
            isOther |= number != GetNumber(value);
            numbers[value[ListedFact.Value]] = number;
        }

        // Two values of one number are a mistake of a merge.
        if (isOther && numbers.Values.Distinct().Count() == numbers.Count)
            plan.Numbers[type] = numbers;
    }

    private static int GetNumber(ListedMember value) =>
        int.TryParse(
            value[ListedFact.Number],
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : 0;

    private static string GetKey(ListedMember member) => $"{member.Kind}/{MemberIdentity.Get(member)}";

    // A case is listed as the argument of Match.
    private static string GetName(ListedMember member) =>
        member.Kind == ListedKind.UnionCase ? ToUpper(member.ShortName) : member.ShortName;

    private static string ToUpper(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
