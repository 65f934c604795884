using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Usage;

/// <summary>The names of clients that the code of a project has. Equal where an edit added and removed none of them.</summary>
/// <param name="Names">The names in ordinal order.</param>
/// <param name="Friends">
/// The assemblies that see the internal types of the project, and whose sources are not given, in ordinal order.
/// </param>
internal sealed record UsedNames(EquatableArray<string> Names, EquatableArray<string> Friends)
{
    private HashSet<string>? _set;

    /// <summary>The result for a project whose code is not read: everything is emitted.</summary>
    public static UsedNames All { get; } = new([], []) { IsAll = true };

    /// <summary>True if the code was not read, so that everything may be used.</summary>
    public bool IsAll { get; private init; }

    /// <summary>Finds the names in all files of a project.</summary>
    /// <param name="compilation">The C# of the project.</param>
    /// <param name="table">The names of the clients; empty if no client asks for them.</param>
    /// <param name="other">What other files use, such as pages of Razor.</param>
    public static UsedNames Find(Compilation compilation, NameTable table, OtherCode other, CancellationToken ct)
    {
        if (table.Count == 0)
            return All;
        bool[] used = new bool[table.Count];
        SortedSet<string> friends = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            TreeNames names = TreeNames.Find(tree, table, ct);
            foreach (int index in names.Indices)
                used[index] = true;
            foreach (string friend in names.Friends)
                friends.Add(friend);
        }

        foreach (string word in other.Words)
            used[table.Find(word)] = true;
        // Assemblies compare in any case, and so do folders on some systems.
        friends.ExceptWith(friends.Where(f => other.Assemblies.Contains(f, StringComparer.OrdinalIgnoreCase)).ToList());
        return new UsedNames(
            Enumerable.Range(0, table.Count).Where(i => used[i]).Select(i => table[i]).ToEquatable(),
            friends.ToEquatable()
        );
    }

    /// <summary>True if the code has the name.</summary>
    public bool Contains(string name) => IsAll || (_set ??= new(Names, StringComparer.Ordinal)).Contains(name);

    /// <inheritdoc/>
    public bool Equals(UsedNames? other) =>
        other is not null && IsAll == other.IsAll && Names.Equals(other.Names) && Friends.Equals(other.Friends);

    /// <inheritdoc/>
    public override int GetHashCode() => (Names.GetHashCode() * 31) + Friends.GetHashCode();
}
