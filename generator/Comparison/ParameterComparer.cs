using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares a parameter of an operation or its body, as an argument or as a property of the record of optional parameters.</summary>
internal static class ParameterComparer
{
    public static void Compare(ChangeList changes, MemberPair pair)
    {
        string oldKind = pair.Old.Kind;
        string newKind = pair.New.Kind;
        if (oldKind == newKind)
            CompareName(changes, pair);
        else
            ComparePlace(changes, pair);
        if (oldKind != ListedKind.SentConstant && newKind != ListedKind.SentConstant)
            CompareType(changes, pair);
        if (newKind == ListedKind.Body && pair.IsAdded(ListedFact.Required))
            changes.Add(ChangeKind.ParameterRequired, ChangeImpact.Source, pair);
        else if (newKind == ListedKind.Body && pair.IsRemoved(ListedFact.Required))
            changes.Add(ChangeKind.ParameterOptional, ChangeImpact.Safe, pair);
        CompareOverload(changes, pair);
        foreach (
            string fact in (string[])
                [
                    ListedFact.Location,
                    ListedFact.Name,
                    ListedFact.Style,
                    ListedFact.AllowReserved,
                    ListedFact.NumberText,
                    ListedFact.Content,
                    ListedFact.Stream,
                ]
        )
        {
            // The name of a parameter in the path is not sent.
            if (fact != ListedFact.Name || !IsInPath(pair.Old) || !IsInPath(pair.New))
                PairComparer.CompareFact(changes, pair, fact, ChangeKind.WireFormChanged);
        }

        if (oldKind == newKind)
            PairComparer.CompareFact(changes, pair, ListedFact.Constant, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Default, ChangeKind.DefaultMoved);
        RuleComparer.Compare(changes, pair, ChangeImpact.RunTime);
        PairComparer.CompareDeprecation(changes, pair);
    }

    private static bool IsInPath(ListedMember parameter) => parameter[ListedFact.Location] == "Path";

    /// <summary>Compares the overload for a UUID, which an argument that is a string can have.</summary>
    private static void CompareOverload(ChangeList changes, MemberPair pair)
    {
        const string Both = "string or System.Guid";
        string type = pair.NewValue(ListedFact.Type);
        if (pair.OldValue(ListedFact.Type) != type || pair.Old.Kind != pair.New.Kind)
            return;
        if (pair.IsRemoved(ListedFact.GuidOverload))
            changes.Add(ChangeKind.ParameterTypeChanged, ChangeImpact.Source, pair, Both, type);
        else if (pair.IsAdded(ListedFact.GuidOverload))
            changes.Add(ChangeKind.ParameterTypeChanged, ChangeImpact.Safe, pair, type, Both);
    }

    private static void CompareName(ChangeList changes, MemberPair pair)
    {
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.ParameterRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
    }

    private static void ComparePlace(ChangeList changes, MemberPair pair)
    {
        ChangeKind kind = pair.New.Kind == ListedKind.Argument ? ChangeKind.ParameterRequired : ChangeKind.ParameterOptional;
        // No code passes a constant, and it is no longer sent where nobody sets it.
        bool isUnused = pair.Old.Kind == ListedKind.SentConstant && pair.New.Kind == ListedKind.Parameter;
        changes.Add(kind, isUnused ? ChangeImpact.RunTime : ChangeImpact.Source, pair, newValue: pair.New.Name);
    }

    private static void CompareType(ChangeList changes, MemberPair pair)
    {
        string oldType = pair.OldValue(ListedFact.Type);
        string newType = pair.NewValue(ListedFact.Type);
        if (oldType == newType)
            return;
        HashSet<string> enums = changes.Current.Enums;
        if (TypeText.RemoveAnnotations(oldType, enums) == TypeText.RemoveAnnotations(newType, enums))
        {
            // The body is required or not, and its own fact is reported.
            if (TypeText.RemoveNullable(oldType) != TypeText.RemoveNullable(newType))
                changes.Add(ChangeKind.ParameterTypeChanged, ChangeImpact.Safe, pair, oldType, newType);
            return;
        }

        // A place in the arguments and one among the optional ones differ by the question mark.
        if (TypeText.RemoveNullable(oldType) == TypeText.RemoveNullable(newType) && (pair.Old.Kind != pair.New.Kind || IsBodyWidened(pair)))
            return;
        // An argument is never read back. A value of another type has an overload of its own.
        bool isConverted =
            pair.New.Kind is ListedKind.Argument or ListedKind.Body
            && !pair.Old.Has(ListedFact.GuidOverload)
            && Conversions.Exists(oldType, newType, changes.Current);
        changes.Add(ChangeKind.ParameterTypeChanged, isConverted ? ChangeImpact.Safe : ChangeImpact.Source, pair, oldType, newType);
    }

    // A value converts to the same value that may be null.
    private static bool IsBodyWidened(MemberPair pair) => pair.New.Kind == ListedKind.Body && pair.IsRemoved(ListedFact.Required);
}
