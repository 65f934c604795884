using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Usage;

/// <summary>A place of a name in a file.</summary>
/// <param name="Index">The index of the name in its table.</param>
/// <param name="Position">The place of its first character in the text.</param>
internal readonly record struct NamePlace(int Index, int Position);

/// <summary>Finds the identifiers of a file of C# that are names of a table, in code and in documentation.</summary>
internal static class IdentifierFinder
{
    // Beyond this many words that are names and no identifiers, as in a file of texts, one pass over all tokens costs less.
    private const int MaximumLookups = 2_000;

    /// <summary>Finds the first place of each name.</summary>
    public static IReadOnlyList<NamePlace> FindFirst(SyntaxTree tree, NameTable table, CancellationToken ct) =>
        Find(tree, table, isAll: false, ct);

    /// <summary>Finds all places, in the order of the file.</summary>
    public static IReadOnlyList<NamePlace> FindAll(SyntaxTree tree, NameTable table, CancellationToken ct) =>
        Find(tree, table, isAll: true, ct);

    private static List<NamePlace> Find(SyntaxTree tree, NameTable table, bool isAll, CancellationToken ct)
    {
        List<NamePlace> words = [];
        bool hasOtherForms = Scan(tree.GetText(ct), table, words);
        // Most files of most programs.
        if (words.Count == 0 && !hasOtherForms)
            return words;
        SyntaxNode root = tree.GetRoot(ct);
        return !hasOtherForms && SelectIdentifiers(root, table, words, isAll, ct) is { } found ? found : ReadAll(root, table, isAll, ct);
    }

    /// <summary>Finds the words of a text that are names.</summary>
    /// <returns>True if the text may write a name in another way as well.</returns>
    public static bool Scan(SourceText text, NameTable table, List<NamePlace> words)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            return WordScanner.Scan(buffer.AsSpan(0, text.Length), table, (index, position) => words.Add(new(index, position)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Selects the words that are identifiers, and not parts of texts and comments.</summary>
    /// <returns>Null if there are too many words to look at each.</returns>
    private static List<NamePlace>? SelectIdentifiers(
        SyntaxNode root,
        NameTable table,
        List<NamePlace> words,
        bool isAll,
        CancellationToken ct
    )
    {
        List<NamePlace> found = [];
        HashSet<int> seen = [];
        int failures = 0;
        foreach (NamePlace word in words)
        {
            if (!isAll && seen.Contains(word.Index))
                continue;
            SyntaxToken token = root.FindToken(word.Position, findInsideTrivia: true);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == table[word.Index])
            {
                found.Add(word);
                seen.Add(word.Index);
            }
            else if (++failures > MaximumLookups)
                return null;
            ct.ThrowIfCancellationRequested();
        }

        return found;
    }

    // References in documentation are trivia.
    private static List<NamePlace> ReadAll(SyntaxNode root, NameTable table, bool isAll, CancellationToken ct)
    {
        List<NamePlace> found = [];
        HashSet<int> seen = [];
        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && table.Find(token.ValueText) is >= 0 and var index && (seen.Add(index) || isAll))
                found.Add(new(index, token.SpanStart));
            ct.ThrowIfCancellationRequested();
        }

        return found;
    }
}
