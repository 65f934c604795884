namespace CfGen.Mutants;

/// <summary>A small wrong edit of the code, and the tests of which at least one must fail with it.</summary>
/// <param name="Name">Says what is wrong after the edit.</param>
/// <param name="File">The end of the path of a source file under <c>generator</c> or <c>runtime</c>.</param>
/// <param name="Find">A text that the file has exactly once; white space does not count.</param>
/// <param name="Replacement">The text that takes its place.</param>
/// <param name="Project">The name of the test project between <c>CfGen.</c> and <c>.Tests</c>.</param>
/// <param name="Test">A part of the full name of the tests.</param>
/// <param name="Place">The line where the mutant is written.</param>
internal sealed record Mutant(string Name, string File, string Find, string Replacement, string Project, string Test, string Place)
{
    /// <summary>Gives the edited file.</summary>
    /// <param name="root">The root of a checkout.</param>
    /// <exception cref="MutantException">The edit does not apply.</exception>
    public MutantEdit Apply(string root)
    {
        string path = FindFile(root);
        string text = System.IO.File.ReadAllText(path);
        string place = Path.GetRelativePath(root, path);
        if (FindIn(text, 0) is not { } range)
            throw new MutantException($"{Place}: {place} does not have the text '{Find}'.");
        if (FindIn(text, range.Start + 1) is not null)
            throw new MutantException($"{Place}: {place} has the text '{Find}' more than once.");
        return new MutantEdit(path, text, string.Concat(text.AsSpan(0, range.Start), Replacement, text.AsSpan(range.End)));
    }

    /// <summary>Finds the text where only white space differs: the formatter breaks lines as it likes.</summary>
    private (int Start, int End)? FindIn(string text, int from)
    {
        string wanted = string.Concat(Find.Where(c => !char.IsWhiteSpace(c)));
        for (int start = from; start < text.Length; start++)
        {
            int found = 0;
            int at = start;
            while (at < text.Length && found < wanted.Length && (text[at] == wanted[found] || (found > 0 && char.IsWhiteSpace(text[at]))))
                found += text[at++] == wanted[found] ? 1 : 0;
            if (found == wanted.Length)
                return (start, at);
        }

        return null;
    }

    private string FindFile(string root)
    {
        string end = "/" + File;
        string[] found =
        [
            .. SourceTree
                .Folders.SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(root, folder), Path.GetFileName(File), SearchOption.AllDirectories)
                )
                .Where(path => ("/" + Path.GetRelativePath(root, path).Replace('\\', '/')).EndsWith(end, StringComparison.Ordinal))
                .Where(path => !SourceTree.IsOutput(Path.GetRelativePath(root, path))),
        ];
        return found.Length == 1
            ? found[0]
            : throw new MutantException($"{Place}: {found.Length} source files end with '{File}'; one is expected.");
    }
}

/// <summary>A file with a mutant in it.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Original">The text before the edit.</param>
/// <param name="Edited">The text after it.</param>
internal sealed record MutantEdit(string Path, string Original, string Edited);

/// <summary>A list of mutants, or an edit in it, that cannot be used. The message names the place and the reason.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without a message it says nothing.")]
internal sealed class MutantException(string message) : Exception(message);
