using System.Buffers;
using System.Runtime.CompilerServices;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Usage;

/// <summary>
/// The names of a table that are identifiers in a file of C#. They are kept with the tree, so that an edit of one file of a large project
/// reads one file.
/// </summary>
internal sealed class TreeNames
{
    // Beyond this many words that are names and no identifiers, as in a file of texts, one pass over all tokens costs less.
    private const int MaximumLookups = 2_000;

    private static readonly ConditionalWeakTable<SyntaxTree, Entry> s_entries = new();

    private readonly NameTable _table;

    private TreeNames(NameTable table, int[] indices, EquatableArray<string> friends)
    {
        _table = table;
        Indices = indices;
        Friends = friends;
    }

    /// <summary>The indices of the names.</summary>
    public IReadOnlyList<int> Indices { get; }

    /// <summary>The assemblies that see the internal types of the project.</summary>
    public EquatableArray<string> Friends { get; }

    /// <summary>Finds the names of a file.</summary>
    public static TreeNames Find(SyntaxTree tree, NameTable table, CancellationToken ct)
    {
        Entry entry = s_entries.GetOrCreateValue(tree);
        if (entry.Names is { } known && ReferenceEquals(known._table, table))
            return known;
        TreeNames names = Read(tree, table, ct);
        entry.Names = names;
        return names;
    }

    private static TreeNames Read(SyntaxTree tree, NameTable table, CancellationToken ct)
    {
        SourceText text = tree.GetText(ct);
        List<(int Index, int Position)> words = [];
        bool hasOtherForms = false;
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            hasOtherForms = WordScanner.Scan(buffer.AsSpan(0, text.Length), table, (index, position) => words.Add((index, position)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        // Most files of most programs.
        if (words.Count == 0 && !hasOtherForms)
            return new TreeNames(table, [], []);
        SyntaxNode root = tree.GetRoot(ct);
        SortedSet<int> found = [];
        if (hasOtherForms || !TryFindIdentifiers(root, table, words, found, ct))
            AddIdentifiers(root, table, found, ct);
        bool mayHaveFriends = FriendAttributes.Names.Any(n => table.Find(n) is >= 0 and var index && found.Contains(index));
        return new TreeNames(table, [.. found], mayHaveFriends ? FriendAttributes.GetAssemblies(root) : []);
    }

    /// <summary>Adds the words that are identifiers, and not parts of texts and comments.</summary>
    /// <returns>False if there are too many words to look at each.</returns>
    private static bool TryFindIdentifiers(
        SyntaxNode root,
        NameTable table,
        List<(int Index, int Position)> words,
        SortedSet<int> found,
        CancellationToken ct
    )
    {
        int failures = 0;
        foreach ((int index, int position) in words)
        {
            if (found.Contains(index))
                continue;
            SyntaxToken token = root.FindToken(position, findInsideTrivia: true);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == table[index])
                found.Add(index);
            else if (++failures > MaximumLookups)
                return false;
            ct.ThrowIfCancellationRequested();
        }

        return true;
    }

    // References in documentation are trivia.
    private static void AddIdentifiers(SyntaxNode root, NameTable table, SortedSet<int> found, CancellationToken ct)
    {
        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && table.Find(token.ValueText) is >= 0 and var index)
                found.Add(index);
            ct.ThrowIfCancellationRequested();
        }
    }

    private sealed class Entry
    {
        private volatile TreeNames? _names;

        public TreeNames? Names
        {
            get => _names;
            set => _names = value;
        }
    }
}
