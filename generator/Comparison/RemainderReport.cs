using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Reports the members that only one side has. The members of a type that is gone or new are reported with it.</summary>
internal static class RemainderReport
{
    private const string Paths = "#/paths";

    public static void Report(ChangeList changes, MemberMatcher matcher)
    {
        HashSet<string> gone = GetOwners(matcher.Gone);
        HashSet<string> come = GetOwners(matcher.Come);
        // A type that is of another kind has other members altogether.
        foreach (MemberPair pair in matcher.Pairs.Where(p => ListedKind.IsType(p.New.Kind) && !TypeComparer.HasSameForm(p)))
        {
            gone.Add(pair.Old.Name);
            come.Add(pair.New.Name);
        }

        foreach (ListedMember member in matcher.Gone.Where(m => !IsCovered(m, gone)))
            ReportRemoved(changes, matcher.Names, member);
        foreach (ListedMember member in matcher.Come.Where(m => !IsCovered(m, come)))
            ReportAdded(changes, matcher.Names, member);
    }

    private static HashSet<string> GetOwners(IEnumerable<ListedMember> members) =>
        new(members.Where(m => m.Kind == ListedKind.Method || ListedKind.IsType(m.Kind)).Select(m => m.Name), StringComparer.Ordinal);

    private static bool IsCovered(ListedMember member, HashSet<string> owners)
    {
        int bracket = member.Name.IndexOfAny(['(', '[']);
        bool isOfOwner = member.Name.Length > member.Owner.Length && owners.Contains(member.Owner);
        return isOfOwner || (bracket > 0 && owners.Contains(member.Name.Substring(0, bracket)));
    }

    private static void ReportRemoved(ChangeList changes, MemberNames names, ListedMember member)
    {
        ListedMember renamed = names.Rename(member);
        string pointer = member.Kind == ListedKind.Method ? GetPathPointer(member) : changes.Current.GetPointer(renamed.Name);
        switch (member.Kind)
        {
            case ListedKind.Method:
                Add(ChangeKind.MethodRemoved, member[ListedFact.Operation]);
                break;
            case ListedKind.Resource:
                Add(ChangeKind.ResourceRemoved, member[ListedFact.Type]);
                break;
            case ListedKind.Credential or ListedKind.ServerVariable or ListedKind.Option:
                Add(ChangeKind.OptionRemoved);
                break;
            case ListedKind.Argument or ListedKind.Parameter or ListedKind.Body:
                Add(ChangeKind.ParameterRemoved);
                break;
            case ListedKind.SentConstant:
                changes.Add(ChangeKind.ParameterRemoved, ChangeImpact.RunTime, member, pointer);
                break;
            case ListedKind.Error:
                changes.Add(ChangeKind.ErrorTypeChanged, ChangeImpact.RunTime, member, pointer, member[ListedFact.Type], "no type");
                break;
            case ListedKind.EnumValue:
                Add(ChangeKind.EnumValueRemoved);
                break;
            case ListedKind.UnionCase:
                Add(ChangeKind.UnionCaseRemoved);
                break;
            case ListedKind.Member or ListedKind.AdditionalMembers:
                Add(ChangeKind.MemberRemoved);
                break;
            case ListedKind.PartHeader:
                changes.Add(
                    ChangeKind.MemberRemoved,
                    member.Has(ListedFact.Type) ? ChangeImpact.Source : ChangeImpact.RunTime,
                    member,
                    pointer
                );
                break;
            case ListedKind.ParametersArgument:
                // The record is gone with the last of its members.
                break;
            case ListedKind.OlderCall:
                if (!KeptCalls.IsPresent(changes.Current, member))
                    Add(ChangeKind.MethodRemoved, "an older signature");
                break;
            default:
                Add(ChangeKind.TypeRemoved);
                break;
        }

        void Add(ChangeKind kind, string oldValue = "") => changes.Add(kind, ChangeImpact.Source, member, pointer, oldValue);
    }

    private static void ReportAdded(ChangeList changes, MemberNames names, ListedMember member)
    {
        switch (member.Kind)
        {
            case ListedKind.Argument or ListedKind.Body when IsRequired(member):
                Add(ChangeKind.RequiredParameterAdded, ChangeImpact.Source);
                break;
            case ListedKind.Member when MemberComparer.HasKeyword(member):
                Add(ChangeKind.MemberRequired, ChangeImpact.Source);
                break;
            case ListedKind.Member or ListedKind.PartHeader when member.Has(ListedFact.RequiredInRequests):
                Add(ChangeKind.MemberRequired, ChangeImpact.RunTime);
                break;
            case ListedKind.EnumValue:
                Add(ChangeKind.EnumValueAdded, ChangeImpact.Safe);
                break;
            case ListedKind.UnionCase:
                Add(ChangeKind.UnionCaseAdded, ChangeImpact.Source);
                break;
            case ListedKind.ParametersArgument or ListedKind.OlderCall:
                break;
            default:
                Add(ChangeKind.Added, ChangeImpact.Safe);
                break;
        }

        void Add(ChangeKind kind, ChangeImpact impact) =>
            changes.Add(kind, impact, member, member.Line.Pointer, listedName: GetListedName(names, member));
    }

    /// <summary>Returns the name that a new member would have in the listing, where its method or type may have another name.</summary>
    private static string GetListedName(MemberNames names, ListedMember member)
    {
        int bracket = member.Name.IndexOfAny(['(', '[']);
        string owner = bracket > 0 && member.Kind != ListedKind.UnionCase ? member.Name.Substring(0, bracket) : member.Owner;
        return names.GetOldName(owner) + member.Name.Substring(owner.Length);
    }

    // The argument of an option can be left out.
    private static bool IsRequired(ListedMember member) =>
        member.Kind == ListedKind.Body ? member.Has(ListedFact.Required) : !TypeText.IsNullable(member[ListedFact.Type]);

    /// <summary>The path of an operation; the nearest place that the new document has is reported.</summary>
    private static string GetPathPointer(ListedMember method)
    {
        string operation = method[ListedFact.Operation];
        int space = operation.IndexOf(' ');
        return space < 0 ? Paths : JsonPointer.Append(Paths, operation.Substring(space + 1));
    }
}
