using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Documents;

/// <summary>A row of the index of the corpus.</summary>
/// <param name="Name">The name in the index.</param>
/// <param name="Class">real, conformance or negative.</param>
/// <param name="Version">The version of OpenAPI that the index names.</param>
/// <param name="Path">The document.</param>
/// <param name="Folder">The folder with the documents it refers to; null where it stands alone.</param>
/// <param name="Operations">The number of operations in the index.</param>
internal sealed record CorpusEntry(string Name, string Class, string Version, string Path, string? Folder, int Operations)
{
    /// <summary>Reads the rows of an index, in their order.</summary>
    public static IReadOnlyList<CorpusEntry> ReadIndex(string index)
    {
        string folder = System.IO.Path.GetDirectoryName(index)!;
        List<CorpusEntry> entries = [];
        foreach (string line in File.ReadLines(index).Skip(1))
        {
            string[] columns = line.Split('\t');
            string path = System.IO.Path.Combine(folder, columns[0]);
            bool isFolder = columns[1].Length > 0;
            entries.Add(
                new CorpusEntry(
                    isFolder ? columns[0] + "/" + columns[1] : columns[0],
                    columns[2],
                    columns[7],
                    isFolder ? System.IO.Path.Combine(path, columns[1]) : path,
                    isFolder ? path : null,
                    int.TryParse(columns[10], out int operations) ? operations : 0
                )
            );
        }

        return entries;
    }

    public static DocumentText Load(string path) => new(path.Replace('\\', '/'), SourceText.From(File.ReadAllText(path)));

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
