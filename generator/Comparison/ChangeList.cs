using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>Collects changes, and knows both sides of the comparison.</summary>
internal sealed class ChangeList(Surface old, Surface current)
{
    private const string MethodSuffix = "Async";

    private readonly List<ApiChange> _changes = [];

    public Surface Old { get; } = old;

    public Surface Current { get; } = current;

    public IReadOnlyList<ApiChange> Changes => _changes;

    /// <summary>Adds a change of a member that both sides have.</summary>
    public void Add(ChangeKind kind, ChangeImpact impact, MemberPair pair, string oldValue = "", string newValue = "") =>
        Add(kind, impact, pair.Old, pair.New.Line.Pointer, oldValue, newValue);

    /// <summary>Adds a change of a fact of a member, with its value on both sides.</summary>
    public void AddFact(ChangeKind kind, ChangeImpact impact, MemberPair pair, string fact) =>
        Add(kind, impact, pair, pair.OldValue(fact), pair.NewValue(fact));

    /// <summary>Adds a change of a member that only one side has.</summary>
    public void Add(
        ChangeKind kind,
        ChangeImpact impact,
        ListedMember member,
        string pointer,
        string oldValue = "",
        string newValue = ""
    ) => _changes.Add(new ApiChange(kind, impact, member.Name, oldValue, newValue, GetNames(kind, member).ToEquatable(), pointer));

    /// <summary>True if a change since the given number of changes breaks code that compiled.</summary>
    public bool HasSourceBreak(int since) => _changes.Skip(since).Any(c => c.Impact == ChangeImpact.Source);

    /// <summary>The identifiers that code has where it uses what changed. No code uses what is new.</summary>
    private static IEnumerable<string> GetNames(ChangeKind kind, ListedMember member) =>
        kind switch
        {
            ChangeKind.Added => [],
            // Code that sets no such member has to set it, and code that handles all values has to handle one more.
            ChangeKind.MemberRequired or ChangeKind.EnumValueAdded or ChangeKind.UnionCaseAdded => [member.Owner],
            _ => GetNames(member),
        };

    private static IEnumerable<string> GetNames(ListedMember member)
    {
        string name = member.Name;
        int bracket = name.IndexOfAny(['(', '[']);
        // An argument is used where its method is; so is the body of an error.
        if (bracket > 0)
            name = name.Substring(0, bracket);
        int dot = name.LastIndexOf('.');
        name = name.Substring(dot + 1);
        yield return name;
        if (
            dot > 0
            && name.EndsWith(MethodSuffix, StringComparison.Ordinal)
            && member.Kind is not (ListedKind.Member or ListedKind.EnumValue)
        )
            yield return name.Substring(0, name.Length - MethodSuffix.Length) + "WithResponse" + MethodSuffix;
        if (member.Kind == ListedKind.Resource && member[ListedFact.Type] is { Length: > 0 } type)
            yield return type;
    }
}
