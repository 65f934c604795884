using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares the client, its resources and its options.</summary>
internal static class ClientComparer
{
    public static void Compare(ChangeList changes, MemberPair pair)
    {
        PairComparer.CompareFact(changes, pair, ListedFact.BaseUrl, ChangeKind.BaseUrlChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Environment, ChangeKind.DetailChanged);
        PairComparer.CompareFact(
            changes,
            pair,
            ListedFact.Access,
            ChangeKind.SettingChanged,
            pair.NewValue(ListedFact.Access) == "public" ? ChangeImpact.Safe : ChangeImpact.Source
        );
        PairComparer.CompareFact(changes, pair, ListedFact.Models, ChangeKind.SettingChanged, ChangeImpact.Source);
        PairComparer.CompareFact(
            changes,
            pair,
            ListedFact.Interfaces,
            ChangeKind.SettingChanged,
            pair.IsAdded(ListedFact.Interfaces) ? ChangeImpact.Safe : ChangeImpact.Source
        );
    }

    public static void CompareResource(ChangeList changes, MemberPair pair)
    {
        string type = pair.Old[ListedFact.Type];
        if (pair.Renamed.Name != pair.New.Name || type != pair.NewValue(ListedFact.Type))
            changes.Add(ChangeKind.ResourceRenamed, ChangeImpact.Source, pair, type, $"{pair.New.Name} ({pair.NewValue(ListedFact.Type)})");
    }

    public static void CompareOption(ChangeList changes, MemberPair pair)
    {
        bool isCredential = pair.New.Kind == ListedKind.Credential;
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.OptionRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        if (pair.IsChanged(ListedFact.Type))
            changes.AddFact(ChangeKind.MemberTypeChanged, ChangeImpact.Source, pair, ListedFact.Type);
        ChangeKind kind = isCredential ? ChangeKind.AuthenticationChanged : ChangeKind.WireFormChanged;
        PairComparer.CompareFact(changes, pair, ListedFact.SchemeKind, ChangeKind.AuthenticationChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Name, kind);
        PairComparer.CompareFact(changes, pair, ListedFact.Together, ChangeKind.AuthenticationChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.TokenUrl, ChangeKind.AuthenticationChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Environment, ChangeKind.DetailChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Default, ChangeKind.DefaultMoved);
        RuleComparer.Compare(changes, pair, ChangeImpact.RunTime);
    }
}
