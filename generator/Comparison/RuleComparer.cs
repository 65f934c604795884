using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares the rules that are checked before a value is sent.</summary>
internal static class RuleComparer
{
    // More is narrower.
    private static readonly string[] s_minimums =
    [
        ListedRules.MinLength,
        ListedRules.Minimum,
        ListedRules.ExclusiveMinimum,
        ListedRules.MinItems,
    ];

    // Less is narrower.
    private static readonly string[] s_maximums =
    [
        ListedRules.MaxLength,
        ListedRules.Maximum,
        ListedRules.ExclusiveMaximum,
        ListedRules.MaxItems,
    ];

    // A rule is narrower than none, and another one may be.
    private static readonly string[] s_others =
    [
        ListedRules.Format,
        ListedRules.Pattern,
        ListedRules.MultipleOf,
        ListedRules.UniqueItems,
        ListedRules.Names,
        ListedFact.Dependencies,
    ];

    private static readonly string[] s_prefixes = ["", ListedRules.Item, ListedRules.Key];

    /// <summary>Compares the rules: one change if any is narrower, and one if any is wider.</summary>
    /// <param name="impact">The worst that a narrower rule can do.</param>
    public static void Compare(ChangeList changes, MemberPair pair, ChangeImpact impact)
    {
        List<string> narrowed = [];
        List<string> widened = [];
        foreach (string prefix in s_prefixes)
        {
            foreach (string rule in s_minimums)
                CompareLimit(prefix + rule, isMinimum: true);
            foreach (string rule in s_maximums)
                CompareLimit(prefix + rule, isMinimum: false);
            foreach (string rule in s_others)
            {
                if (pair.IsChanged(prefix + rule))
                    (pair.IsRemoved(prefix + rule) ? widened : narrowed).Add(Describe(prefix + rule));
            }
        }

        // The values that a variable of a server can have.
        if (pair.IsChanged(ListedFact.Values))
            (IsSubset(ListedFact.Values) ? widened : narrowed).Add(Describe(ListedFact.Values));
        if (narrowed.Count > 0)
            changes.Add(ChangeKind.RuleNarrowed, impact, pair, newValue: string.Join(", ", narrowed));
        if (widened.Count > 0)
            changes.Add(ChangeKind.RuleWidened, ChangeImpact.Safe, pair, newValue: string.Join(", ", widened));

        void CompareLimit(string fact, bool isMinimum)
        {
            if (!pair.IsChanged(fact))
                return;
            bool isNarrower =
                pair.IsAdded(fact)
                || (!pair.IsRemoved(fact) && Parse(pair.NewValue(fact)).CompareTo(Parse(pair.OldValue(fact))) > 0 == isMinimum);
            (isNarrower ? narrowed : widened).Add(Describe(fact));
        }

        string Describe(string fact) =>
            pair.IsAdded(fact) ? $"{fact} {pair.NewValue(fact)}".TrimEnd()
            : pair.IsRemoved(fact) ? "no " + fact
            : $"{fact} {pair.NewValue(fact)} instead of {pair.OldValue(fact)}";

        bool IsSubset(string fact) =>
            pair.IsRemoved(fact)
            || (!pair.IsAdded(fact) && new HashSet<string>(pair.NewValue(fact).Split(',')).IsSupersetOf(pair.OldValue(fact).Split(',')));
    }

    private static decimal Parse(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
