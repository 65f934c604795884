namespace CfGen.Mutants;

/// <summary>
/// Reads the <c>*.mutants</c> files: blocks of <c>key: value</c> lines, with empty lines between them and <c>#</c> before a comment.
/// </summary>
internal static class MutantList
{
    private const string FolderOfLists = "tests/mutants";

    private static readonly string[] s_keys = ["mutant", "file", "find", "with", "test"];

    /// <summary>Reads all lists of a checkout.</summary>
    /// <exception cref="MutantException">A list is not well-formed.</exception>
    public static IReadOnlyList<Mutant> Read(string root)
    {
        List<Mutant> mutants = [];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, FolderOfLists), "*.mutants").Order(StringComparer.Ordinal))
            mutants.AddRange(Parse(Path.GetFileName(path), File.ReadAllLines(path)));
        if (mutants.GroupBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new MutantException($"{twice.Last().Place}: there is another mutant named '{twice.Key}'.");
        return mutants;
    }

    /// <summary>Reads one list.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="lines">The lines of the file.</param>
    public static IReadOnlyList<Mutant> Parse(string name, IReadOnlyList<string> lines)
    {
        List<Mutant> mutants = [];
        Dictionary<string, string> block = [];
        int start = 0;
        for (int i = 0; i <= lines.Count; i++)
        {
            string line = i < lines.Count ? lines[i].Trim() : "";
            if (line.StartsWith('#'))
                continue;
            if (line.Length == 0)
            {
                if (block.Count > 0)
                    mutants.Add(Create(block, $"{name}({start})"));
                block.Clear();
                continue;
            }

            if (block.Count == 0)
                start = i + 1;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string key = colon < 0 ? line : line[..colon];
            if (colon < 0 || !s_keys.Contains(key) || !block.TryAdd(key, line[(colon + 1)..].Trim()))
                throw new MutantException(
                    $"{name}({i + 1}): '{key}' is not expected here. A mutant has the lines {string.Join(", ", s_keys)}, each once."
                );
        }

        return mutants;
    }

    private static Mutant Create(Dictionary<string, string> block, string place)
    {
        foreach (string key in s_keys)
        {
            if (!block.TryGetValue(key, out string? value) || (value.Length == 0 && key != "with"))
                throw new MutantException($"{place}: the mutant has no '{key}'.");
        }

        string[] test = block["test"].Split(' ', 2);
        if (test.Length < 2)
            throw new MutantException(
                $"{place}: 'test' is a test project and a part of the full name of its tests, such as 'Runtime RetryTests'."
            );
        return new Mutant(block["mutant"], block["file"], block["find"], block["with"], test[0], test[1].Trim(), place);
    }
}
