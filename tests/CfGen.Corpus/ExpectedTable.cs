using CfGen.Generator.Tests.Hosting;

namespace CfGen.Corpus;

/// <summary>The committed counts: <c>expected.tsv</c>, and the page that is made from it.</summary>
internal static class ExpectedTable
{
    private static readonly string s_path = Path.Combine(SharedFolder.RepositoryRoot, "tests", "CfGen.Corpus", "expected.tsv");
    private static readonly string s_page = Path.Combine(SharedFolder.RepositoryRoot, "docs", "reference", "corpus.md");

    /// <summary>Compares rows with the committed ones. Each difference is a line before, a line after, or both.</summary>
    public static IReadOnlyList<string> Compare(IReadOnlyList<DocumentRow> rows)
    {
        Dictionary<string, DocumentRow> expected = Read().ToDictionary(r => r.Name, StringComparer.Ordinal);
        List<string> differences = [];
        foreach (DocumentRow row in rows)
        {
            if (!expected.TryGetValue(row.Name, out DocumentRow? before))
                differences.Add($"+ {row}");
            else if (before != row)
                differences.AddRange([$"- {before}", $"+ {row}"]);
        }

        if (ReadPage() != CorpusPage.Create([.. expected.Values]))
            differences.Add("docs/reference/corpus.md is not the page of expected.tsv");
        return differences;
    }

    /// <summary>Writes the rows and the page anew. Rows of other documents stay.</summary>
    /// <param name="order">The names of all documents, in the order of the index.</param>
    public static void Update(IReadOnlyList<DocumentRow> rows, IReadOnlyList<string> order)
    {
        Dictionary<string, DocumentRow> all = Read().ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (DocumentRow row in rows)
            all[row.Name] = row;
        List<DocumentRow> ordered = [.. order.Where(all.ContainsKey).Select(n => all[n])];
        File.WriteAllText(s_path, string.Concat(ordered.Select(r => r + "\n").Prepend(DocumentRow.Header + "\n")));
        File.WriteAllText(s_page, CorpusPage.Create(ordered));
    }

    private static IEnumerable<DocumentRow> Read() => File.Exists(s_path) ? File.ReadLines(s_path).Skip(1).Select(DocumentRow.Parse) : [];

    private static string ReadPage() => File.Exists(s_page) ? File.ReadAllText(s_page) : "";
}
