using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares a member of the listing with the same member of the client: one change for each fact, or for facts that belong together.</summary>
internal static class PairComparer
{
    public static void Compare(ChangeList changes, MemberPair pair)
    {
        switch (pair.New.Kind)
        {
            case ListedKind.Client:
                ClientComparer.Compare(changes, pair);
                break;
            case ListedKind.Resource:
                ClientComparer.CompareResource(changes, pair);
                break;
            case ListedKind.Credential or ListedKind.ServerVariable or ListedKind.Option:
                ClientComparer.CompareOption(changes, pair);
                break;
            case ListedKind.Method:
                MethodComparer.Compare(changes, pair);
                break;
            case ListedKind.Argument or ListedKind.Parameter or ListedKind.Body or ListedKind.SentConstant:
                ParameterComparer.Compare(changes, pair);
                break;
            case ListedKind.Error:
                if (pair.IsChanged(ListedFact.Type))
                    changes.AddFact(ChangeKind.ErrorTypeChanged, ChangeImpact.RunTime, pair, ListedFact.Type);
                break;
            case ListedKind.Member or ListedKind.AdditionalMembers or ListedKind.PartHeader:
                MemberComparer.Compare(changes, pair);
                break;
            case ListedKind.EnumValue:
                CompareEnumValue(changes, pair);
                break;
            case ListedKind.UnionCase:
                CompareCase(changes, pair);
                break;
            case ListedKind.ParametersArgument or ListedKind.OlderCall:
                break;
            default:
                TypeComparer.Compare(changes, pair);
                break;
        }
    }

    /// <summary>Compares a fact whose change a call can notice.</summary>
    public static void CompareFact(
        ChangeList changes,
        MemberPair pair,
        string fact,
        ChangeKind kind,
        ChangeImpact impact = ChangeImpact.RunTime
    )
    {
        if (pair.IsChanged(fact))
            changes.Add(kind, impact, pair, Describe(pair.Renamed, fact), Describe(pair.New, fact));
    }

    public static void CompareDeprecation(ChangeList changes, MemberPair pair)
    {
        if (pair.IsAdded(ListedFact.Deprecated))
            changes.Add(ChangeKind.Deprecated, ChangeImpact.Safe, pair);
        else if (pair.IsRemoved(ListedFact.Deprecated))
            changes.Add(ChangeKind.NoLongerDeprecated, ChangeImpact.Safe, pair);
    }

    /// <summary>Returns the fact and its value; its name alone where it is not there.</summary>
    private static string Describe(ListedMember member, string fact) =>
        !member.Has(fact) ? "no " + fact
        : member[fact].Length > 0 ? $"{fact} {member[fact]}"
        : fact;

    private static void CompareEnumValue(ChangeList changes, MemberPair pair)
    {
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.EnumValueRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        CompareFact(changes, pair, ListedFact.Value, ChangeKind.WireFormChanged);
        if (pair.IsChanged(ListedFact.Number))
            changes.AddFact(ChangeKind.EnumValueRenumbered, ChangeImpact.RunTime, pair, ListedFact.Number);
    }

    private static void CompareCase(ChangeList changes, MemberPair pair)
    {
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.ParameterRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        string oldType = pair.OldValue(ListedFact.Type);
        string newType = pair.NewValue(ListedFact.Type);
        HashSet<string> enums = changes.Current.Enums;
        bool isOther = TypeText.RemoveAnnotations(oldType, enums) != TypeText.RemoveAnnotations(newType, enums);
        if (oldType != newType)
            changes.Add(ChangeKind.MemberTypeChanged, isOther ? ChangeImpact.Source : ChangeImpact.RunTime, pair, oldType, newType);
        CompareFact(changes, pair, ListedFact.Values, ChangeKind.WireFormChanged);
    }
}
