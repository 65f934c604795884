using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Usage;

/// <summary>The names of a table that are identifiers in a file of C#.</summary>
/// <param name="Indices">The indices of the names.</param>
/// <param name="Friends">The assemblies that see the internal types of the project.</param>
internal sealed record TreeNames(IReadOnlyList<int> Indices, EquatableArray<string> Friends)
{
    private static readonly TreeCache<TreeNames> s_trees = new(Read);

    /// <summary>Finds the names of a file.</summary>
    public static TreeNames Find(SyntaxTree tree, NameTable table, CancellationToken ct) => s_trees.Get(tree, table, ct);

    private static TreeNames Read(SyntaxTree tree, NameTable table, CancellationToken ct)
    {
        int[] found = [.. IdentifierFinder.FindFirst(tree, table, ct).Select(p => p.Index)];
        bool mayHaveFriends = FriendAttributes.Names.Any(n => table.Find(n) is >= 0 and var index && Array.IndexOf(found, index) >= 0);
        return new TreeNames(found, mayHaveFriends ? FriendAttributes.GetAssemblies(tree.GetRoot(ct)) : []);
    }
}
