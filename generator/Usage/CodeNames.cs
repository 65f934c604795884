using System.Runtime.CompilerServices;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Usage;

/// <summary>
/// Counts the places where code of the project has a name. It reads syntax only: a member of another type with the same name counts as
/// well. The counts of a file are kept until the file or the names change.
/// </summary>
internal static class CodeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_trees = new();

    /// <param name="names">The names to count, distinct and in ordinal order; none where nothing changed, and nothing is read.</param>
    public static NameUses Find(Compilation compilation, EquatableArray<string> names, CancellationToken ct)
    {
        if (names.Count == 0)
            return NameUses.None;
        Dictionary<string, NameUse> uses = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            ct.ThrowIfCancellationRequested();
            foreach (NameUse use in GetUses(tree, names, ct))
                uses[use.Name] = uses.TryGetValue(use.Name, out NameUse? known) ? known with { Count = known.Count + use.Count } : use;
        }

        return new NameUses(uses.Values.OrderBy(u => u.Name, StringComparer.Ordinal).ToEquatable());
    }

    private static IReadOnlyCollection<NameUse> GetUses(SyntaxTree tree, EquatableArray<string> names, CancellationToken ct)
    {
        if (s_trees.TryGetValue(tree, out TreeNames? known) && known.Names.Equals(names))
            return known.Uses;
        TreeNames read = new(names, Read(tree, names, ct));
        s_trees.Remove(tree);
        // Another thread may have added the same.
        s_trees.GetValue(tree, _ => read);
        return read.Uses;
    }

    private static Dictionary<string, NameUse>.ValueCollection Read(SyntaxTree tree, EquatableArray<string> names, CancellationToken ct)
    {
        HashSet<string> wanted = new(names, StringComparer.Ordinal);
        Dictionary<string, NameUse> uses = new(StringComparer.Ordinal);
        foreach (SyntaxNode node in tree.GetRoot(ct).DescendantNodes())
        {
            // A declaration has its name in a token of its own.
            if (node is not SimpleNameSyntax { Identifier.ValueText: { } name } || !wanted.Contains(name))
                continue;
            if (uses.TryGetValue(name, out NameUse? known))
                uses[name] = known with { Count = known.Count + 1 };
            else
                uses.Add(name, new NameUse(name, 1, GetLocation(node)));
        }

        return uses.Values;
    }

    private static LocationInfo GetLocation(SyntaxNode node)
    {
        FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span);
        return new LocationInfo(span.Path, node.Span, span.Span);
    }

    private sealed class TreeNames(EquatableArray<string> names, IReadOnlyCollection<NameUse> uses)
    {
        public EquatableArray<string> Names { get; } = names;

        public IReadOnlyCollection<NameUse> Uses { get; } = uses;
    }
}
