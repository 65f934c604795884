using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares a member of a type: a property, a position of a tuple, a part of a form.</summary>
internal static class MemberComparer
{
    public static void Compare(ChangeList changes, MemberPair pair)
    {
        string owner = pair.New.Owner;
        bool isSent = changes.Current.IsSent(owner) && changes.Old.IsSent(pair.Old.Owner);
        bool isReceived = changes.Current.IsReceived(owner);
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.MemberRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        CompareType(changes, pair, isSent, isReceived);
        CompareRequired(changes, pair);
        PairComparer.CompareFact(changes, pair, ListedFact.Name, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.NumberText, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Constant, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Content, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Style, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Part, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Value, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(
            changes,
            pair,
            ListedFact.Default,
            ChangeKind.DefaultMoved,
            isSent ? ChangeImpact.RunTime : ChangeImpact.Safe
        );
        PairComparer.CompareFact(changes, pair, ListedFact.Secret, ChangeKind.DetailChanged, ChangeImpact.Safe);
        if (pair.IsChanged(ListedFact.ReadOnly))
            changes.Add(
                ChangeKind.DirectionChanged,
                isSent ? ChangeImpact.RunTime : ChangeImpact.Safe,
                pair,
                newValue: pair.IsAdded(ListedFact.ReadOnly) ? "only received" : "sent and received"
            );
        // A value that was not sent had no rule to break.
        RuleComparer.Compare(changes, pair, isSent ? ChangeImpact.RunTime : ChangeImpact.Safe);
        PairComparer.CompareDeprecation(changes, pair);
    }

    private static void CompareType(ChangeList changes, MemberPair pair, bool isSent, bool isReceived)
    {
        string oldType = pair.OldValue(ListedFact.Type);
        string newType = pair.NewValue(ListedFact.Type);
        HashSet<string> enums = changes.Current.Enums;
        if (oldType != newType)
        {
            string oldCore = TypeText.RemoveNullable(oldType);
            string newCore = TypeText.RemoveNullable(newType);
            if (TypeText.RemoveAnnotations(oldCore, enums) != TypeText.RemoveAnnotations(newCore, enums))
            {
                changes.Add(ChangeKind.MemberTypeChanged, ChangeImpact.Source, pair, oldType, newType);
                return;
            }

            if (oldCore != newCore)
            {
                changes.Add(ChangeKind.MemberTypeChanged, isReceived ? ChangeImpact.RunTime : ChangeImpact.Safe, pair, oldType, newType);
                return;
            }
        }

        bool isStruct = oldType != newType && TypeText.IsStruct(newType, enums);
        ChangeImpact whenRead =
            isStruct ? ChangeImpact.Source
            : isReceived ? ChangeImpact.RunTime
            : ChangeImpact.Safe;
        ChangeImpact whenSent =
            isStruct ? ChangeImpact.Source
            : isSent ? ChangeImpact.RunTime
            : ChangeImpact.Safe;
        if (pair.IsAdded(ListedFact.Nullable))
            changes.Add(ChangeKind.MemberNullable, oldType == newType ? ChangeImpact.Safe : whenRead, pair, oldType, newType);
        else if (pair.IsRemoved(ListedFact.Nullable))
            changes.Add(ChangeKind.MemberNotNullable, whenSent, pair, oldType, newType);
        else if (pair.IsRemoved(ListedFact.SetsNull))
            changes.Add(ChangeKind.MemberNotNullable, ChangeImpact.RunTime, pair, oldType, newType);
        else if (pair.IsRemoved(ListedFact.Required) && !pair.New.Has(ListedFact.Constant))
            changes.Add(ChangeKind.MemberOptional, whenRead, pair, oldType, newType);
        else if (oldType != newType && !pair.IsChanged(ListedFact.Required))
            changes.Add(ChangeKind.MemberTypeChanged, whenRead, pair, oldType, newType);
    }

    private static void CompareRequired(ChangeList changes, MemberPair pair)
    {
        if (!HasKeyword(pair.Renamed) && HasKeyword(pair.New))
            changes.Add(ChangeKind.MemberRequired, ChangeImpact.Source, pair);
        else if (pair.IsAdded(ListedFact.RequiredInRequests) || pair.IsAdded(ListedFact.Required))
            changes.Add(ChangeKind.MemberRequired, ChangeImpact.RunTime, pair);
        else if (
            (pair.IsRemoved(ListedFact.RequiredInRequests) && !pair.New.Has(ListedFact.Required))
            || (pair.IsRemoved(ListedFact.Required) && pair.New.Has(ListedFact.Constant))
        )
            changes.Add(ChangeKind.MemberOptional, ChangeImpact.Safe, pair);
    }

    /// <summary>True for a property that every initializer has to set.</summary>
    public static bool HasKeyword(ListedMember member) => member.Has(ListedFact.Required) && !member.Has(ListedFact.Constant);
}
