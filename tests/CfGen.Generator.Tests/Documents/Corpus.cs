using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Documents;

/// <summary>The documents of the corpus by the rows of its index.</summary>
internal static class Corpus
{
    /// <summary>The rows; empty where there is no corpus.</summary>
    public static IReadOnlyList<CorpusEntry> Entries(ITestOutputHelper output)
    {
        if (SharedData.Find("corpus/index.tsv", output) is not { } index)
            return [];
        string folder = Path.GetDirectoryName(index)!;
        List<CorpusEntry> entries = [];
        foreach (string line in File.ReadLines(index).Skip(1))
        {
            string[] columns = line.Split('\t');
            string path = Path.Combine(folder, columns[0]);
            bool isFolder = columns[1].Length > 0;
            entries.Add(
                new CorpusEntry(
                    isFolder ? columns[0] + "/" + columns[1] : columns[0],
                    columns[2],
                    isFolder ? Path.Combine(path, columns[1]) : path,
                    isFolder ? path : null,
                    int.TryParse(columns[10], out int operations) ? operations : 0
                )
            );
        }

        return entries;
    }

    public static DocumentText Load(string path) => new(path.Replace('\\', '/'), SourceText.From(File.ReadAllText(path)));

    /// <param name="Name">The name in the index.</param>
    /// <param name="Class">real, conformance or negative.</param>
    /// <param name="Path">The document.</param>
    /// <param name="Folder">The folder with the documents it refers to; null where it stands alone.</param>
    /// <param name="Operations">The number of operations in the index.</param>
    public sealed record CorpusEntry(string Name, string Class, string Path, string? Folder, int Operations)
    {
        public DocumentText Document() => Load(Path);

        public IReadOnlyList<DocumentText> References() =>
            Folder is null
                ? []
                :
                [
                    .. Directory
                        .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                        .Where(f => f != Path)
                        .Order(StringComparer.Ordinal)
                        .Select(Load),
                ];
    }
}
