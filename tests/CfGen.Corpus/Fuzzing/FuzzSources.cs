using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Corpus.Fuzzing;

/// <summary>The documents that the fuzzer changes: small ones whole, and slices of real ones.</summary>
internal sealed class FuzzSources
{
    private const int MaximumWholeBytes = 12_000;
    private const int MaximumSlicedBytes = 500_000;

    private readonly List<string> _whole;
    private readonly List<string> _sliced;
    private readonly Dictionary<string, JsonNode?> _trees = new(StringComparer.Ordinal);

    /// <param name="folder">The folder of the corpus.</param>
    public FuzzSources(string folder)
    {
        List<CorpusEntry> alone = [.. CorpusEntry.ReadIndex(Path.Combine(folder, "index.tsv")).Where(e => e.Folder is null)];
        IEnumerable<string> cases = SharedFolder.Find("cases") is { } found
            ? Directory.EnumerateFiles(found).Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            : [];
        _whole =
        [
            .. alone
                .Select(e => e.Path)
                .Concat(cases)
                .Where(p => new FileInfo(p).Length <= MaximumWholeBytes)
                .Order(StringComparer.Ordinal),
        ];
        _sliced =
        [
            .. alone
                .Where(e => e.Class == "real" && new FileInfo(e.Path).Length is > MaximumWholeBytes and <= MaximumSlicedBytes)
                .Select(e => e.Path)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the text of a small document.</summary>
    public string PickText(SeededRandom random) => File.ReadAllText(random.Pick(_whole));

    /// <summary>
    /// Returns a small document, or an operation of a real one, as a tree that can be changed; null where the text is not valid.
    /// </summary>
    public JsonNode? PickTree(SeededRandom random)
    {
        if (_sliced.Count > 0 && random.IsOneOf(3))
            return GetTree(random.Pick(_sliced)) is JsonObject document ? DocumentSlice.Create(document, random) : null;
        return GetTree(random.Pick(_whole))?.DeepClone();
    }

    private JsonNode? GetTree(string path)
    {
        if (!_trees.TryGetValue(path, out JsonNode? tree))
            _trees[path] = tree = Parse(File.ReadAllText(path));
        return tree;
    }

    /// <summary>Parses a text with the generator's parser, which reads YAML, too. The tree is made of plain JSON values.</summary>
    public static JsonNode? Parse(string text)
    {
        ParsedText parsed = TextParser.Parse(
            new DocumentText("/project/fuzz.yaml", Microsoft.CodeAnalysis.Text.SourceText.From(text)),
            CancellationToken.None
        );
        if (parsed.Root is null)
            return null;
        // The generator's tree may share values, which a change would change in several places.
        return JsonNode.Parse(FuzzCase.ToJson(parsed.Root), documentOptions: new JsonDocumentOptions { MaxDepth = 1000 });
    }
}
