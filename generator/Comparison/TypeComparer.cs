using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares the line of a type.</summary>
internal static class TypeComparer
{
    public static void Compare(ChangeList changes, MemberPair pair)
    {
        if (pair.Renamed.Name != pair.Old.Name)
            changes.Add(ChangeKind.TypeRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        if (pair.Old.Kind != pair.New.Kind)
        {
            bool hasMembers = HasSameForm(pair);
            ChangeImpact impact = hasMembers ? ChangeImpact.RunTime : ChangeImpact.Source;
            changes.Add(ChangeKind.TypeKindChanged, impact, pair, pair.Old.Kind, pair.New.Kind);
            if (!hasMembers)
                return;
        }

        if (pair.IsChanged(ListedFact.EnumType))
            changes.Add(
                ChangeKind.TypeKindChanged,
                pair.OldValue(ListedFact.EnumType) == "Integer" || pair.NewValue(ListedFact.EnumType) == "Integer"
                    ? ChangeImpact.Source
                    : ChangeImpact.RunTime,
                pair,
                $"enum of {pair.OldValue(ListedFact.EnumType)}",
                $"enum of {pair.NewValue(ListedFact.EnumType)}"
            );
        // The method WithNull is there for the members that can be sent as null.
        if (pair.IsRemoved(ListedFact.SetsNull))
            changes.Add(ChangeKind.DetailChanged, ChangeImpact.Source, pair, "the method WithNull", "no such method");
        if (IsReduced(pair.OldValue(ListedFact.JsonDirections), pair.NewValue(ListedFact.JsonDirections)))
            changes.Add(
                ChangeKind.DirectionChanged,
                ChangeImpact.RunTime,
                pair,
                newValue: pair.NewValue(ListedFact.JsonDirections) == "read" ? "only read from JSON" : "only written to JSON"
            );
        PairComparer.CompareFact(changes, pair, ListedFact.Positions, ChangeKind.MemberTypeChanged, ChangeImpact.Source);
        PairComparer.CompareFact(changes, pair, ListedFact.Multipart, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Discriminator, ChangeKind.WireFormChanged);
        // A component with another name gives its type another name.
        if (pair.Renamed.Name == pair.Old.Name)
            PairComparer.CompareFact(changes, pair, ListedFact.Schema, ChangeKind.DetailChanged, ChangeImpact.Safe);
        CompareCases(changes, pair);
        RuleComparer.Compare(changes, pair, ChangeImpact.RunTime);
        PairComparer.CompareDeprecation(changes, pair);
    }

    /// <summary>True if code can use both types alike, as far as they have the same members: a form and a record.</summary>
    public static bool HasSameForm(MemberPair pair) =>
        pair.Old.Kind == pair.New.Kind
        || (pair.Old.Kind is ListedKind.Form or ListedKind.Record && pair.New.Kind is ListedKind.Form or ListedKind.Record);

    private static bool IsReduced(string old, string current) => current.Length > 0 && current != old;

    /// <summary>Compares the order of the cases that both have: it is that of the arguments of Match.</summary>
    private static void CompareCases(ChangeList changes, MemberPair pair)
    {
        string[] old = Split(pair.OldValue(ListedFact.Cases));
        string[] current = Split(pair.NewValue(ListedFact.Cases));
        if (!old.Intersect(current).SequenceEqual(current.Intersect(old)))
            changes.AddFact(ChangeKind.ArgumentsReordered, ChangeImpact.Source, pair, ListedFact.Cases);
    }

    private static string[] Split(string list) => list.Split([','], StringSplitOptions.RemoveEmptyEntries);
}
