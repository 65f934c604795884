using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares the methods of an operation.</summary>
internal static class MethodComparer
{
    private const string Pageable = "CfGen.Pageable<";

    public static void Compare(ChangeList changes, MemberPair pair)
    {
        if (pair.Renamed.Name != pair.New.Name)
            changes.Add(ChangeKind.MethodRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        bool isOtherResult = CompareResult(changes, pair);
        PairComparer.CompareFact(changes, pair, ListedFact.Operation, ChangeKind.RouteChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Server, ChangeKind.RouteChanged);
        CompareAuthentication(changes, pair);
        if (!isOtherResult)
            PairComparer.CompareFact(changes, pair, ListedFact.Paging, ChangeKind.PagingChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Accept, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Envelope, ChangeKind.WireFormChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.ResultStatuses, ChangeKind.DetailChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.IdempotencyHeader, ChangeKind.DetailChanged);
        PairComparer.CompareFact(changes, pair, ListedFact.Id, ChangeKind.DetailChanged, ChangeImpact.Safe);
        PairComparer.CompareDeprecation(changes, pair);
    }

    /// <summary>
    /// Reports the methods whose class has another name, unless the resource that leads to the class is reported: code that calls them goes
    /// another way.
    /// </summary>
    public static void CompareClasses(ChangeList changes, MemberMatcher matcher)
    {
        HashSet<(string, string)> reported =
        [
            .. matcher.Pairs.Where(p => p.New.Kind == ListedKind.Resource).Select(p => (p.Old[ListedFact.Type], p.New[ListedFact.Type])),
        ];
        foreach (MemberPair pair in matcher.Pairs.Where(p => p.New.Kind == ListedKind.Method))
        {
            if (
                pair.Renamed.Name == pair.New.Name
                && pair.Old.Owner != pair.New.Owner
                && !reported.Contains((pair.Old.Owner, pair.New.Owner))
            )
                changes.Add(ChangeKind.MethodRenamed, ChangeImpact.Source, pair, newValue: pair.New.Name);
        }
    }

    /// <summary>
    /// Compares the arguments of calls by position. Arguments that are new, gone or of another type are reported by themselves; what is
    /// left is another order, or an optional argument before others.
    /// </summary>
    public static void CompareCalls(ChangeList changes, MemberMatcher matcher)
    {
        HashSet<string> broken = FindBroken(changes);
        foreach (MemberPair pair in matcher.Pairs)
        {
            if (pair.New.Kind != ListedKind.Method || pair.OldValue(ListedFact.Call) == pair.NewValue(ListedFact.Call))
                continue;
            Call old = new(pair.Old, changes.Old);
            Call current = new(pair.New, changes.Current);
            if (broken.Contains(pair.Old.Name) || broken.Contains(pair.New.Name))
                continue;
            if (current.Accepts(old))
            {
                if (!current.HasOrderOf(old))
                    changes.AddPrevented(ChangeKind.ArgumentsReordered, pair, ListedFact.Call);
                continue;
            }

            // Arguments of the same types change places, and calls still compile.
            ChangeImpact impact = current.AcceptsTypes(old, matcher.Names, changes.Current) ? ChangeImpact.RunTime : ChangeImpact.Source;
            if (current.HasOrderOf(old))
                changes.AddOfOverload(ChangeKind.ArgumentsReordered, impact, pair, ListedFact.Call);
            else
                changes.AddFact(ChangeKind.ArgumentsReordered, impact, pair, ListedFact.Call);
        }
    }

    /// <summary>Finds the methods with a change of an argument that breaks calls.</summary>
    private static HashSet<string> FindBroken(ChangeList changes) =>
        new(
            changes
                .Changes.Where(c => c.Impact == ChangeImpact.Source && c.Member.IndexOf('(') > 0)
                .Select(c => c.Member.Substring(0, c.Member.IndexOf('('))),
            StringComparer.Ordinal
        );

    /// <summary>Compares the type of the result; true if it is another type, beside null.</summary>
    private static bool CompareResult(ChangeList changes, MemberPair pair)
    {
        string old = pair.OldValue(ListedFact.Returns);
        string current = pair.NewValue(ListedFact.Returns);
        if (old == current)
            return false;
        HashSet<string> enums = changes.Current.Enums;
        if (TypeText.RemoveAnnotations(old, enums) != TypeText.RemoveAnnotations(current, enums))
        {
            bool isPaging = old.StartsWith(Pageable, StringComparison.Ordinal) != current.StartsWith(Pageable, StringComparison.Ordinal);
            changes.Add(isPaging ? ChangeKind.PagingChanged : ChangeKind.ResultChanged, ChangeImpact.Source, pair, old, current);
            return true;
        }

        bool isNewlyNullable = TypeText.IsNullable(current) || !TypeText.IsNullable(old);
        changes.Add(ChangeKind.ResultChanged, isNewlyNullable ? ChangeImpact.RunTime : ChangeImpact.Safe, pair, old, current);
        return false;
    }

    private static void CompareAuthentication(ChangeList changes, MemberPair pair)
    {
        if (!pair.IsChanged(ListedFact.Authentication))
            return;
        string old = pair.OldValue(ListedFact.Authentication);
        string current = pair.NewValue(ListedFact.Authentication);
        // The first alternative that has its credentials is used.
        bool isAppended = old.Length > 0 && current.StartsWith(old + "|", StringComparison.Ordinal);
        changes.Add(
            ChangeKind.AuthenticationChanged,
            isAppended ? ChangeImpact.Safe : ChangeImpact.RunTime,
            pair,
            old.Length > 0 ? old : "none",
            current.Length > 0 ? current : "none"
        );
    }

    /// <summary>The arguments of a method.</summary>
    private sealed class Call(ListedMember method, Surface surface)
    {
        private readonly string[] _names =
        [
            .. method[ListedFact.Call].Split([','], StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimEnd('?')),
        ];

        /// <summary>True if calls of another method with all arguments, and without those that it can leave out, are calls of this one.</summary>
        public bool Accepts(Call old) => AcceptsNames(old._names) && AcceptsNames(old.GetShorter());

        /// <summary>True if the method without its hidden overload has the arguments of another one in their order.</summary>
        public bool HasOrderOf(Call old) => old._names.SequenceEqual(_names);

        /// <summary>True if the arguments of the other method convert to those in their places.</summary>
        public bool AcceptsTypes(Call old, MemberNames names, Surface current) =>
            AcceptsTypes(old.GetTypes(old._names, names), current) && AcceptsTypes(old.GetTypes(old.GetShorter(), names), current);

        private bool AcceptsTypes(string[] types, Surface current) =>
            AcceptsTypes(types, _names, current) || AcceptsTypes(types, GetShorter(), current);

        private bool AcceptsTypes(string[] types, string[] names, Surface current) =>
            types.Length == names.Length
            && types.Zip(names, (type, name) => Conversions.Exists(type, GetArgumentType(name), current)).All(exists => exists);

        private string[] GetTypes(string[] arguments, MemberNames names) =>
            [.. arguments.Select(a => TypeText.Rename(GetArgumentType(a), names.Types))];

        private string GetArgumentType(string name) => surface.Find($"{method.Name}({name})")?[ListedFact.Type] ?? "";

        private bool AcceptsNames(string[] names) => names.SequenceEqual(_names) || names.SequenceEqual(GetShorter());

        /// <summary>The arguments of the overload without those that can be left out.</summary>
        private string[] GetShorter() => [.. _names.Where(n => !IsLeftOut(n))];

        private bool IsLeftOut(string name) =>
            surface.Find($"{method.Name}({name})") is { } argument
            && (argument.Kind == ListedKind.ParametersArgument || (argument.Kind == ListedKind.Body && !argument.Has(ListedFact.Required)));
    }
}
