using System.Text.Json;
using System.Text.RegularExpressions;
using CfGen.Generator.Documents;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Naming.Operations;

/// <summary>The derived names of real documents, compared with handwritten names, and after changes of the document.</summary>
public sealed partial class NamingCorpusTests(ITestOutputHelper output)
{
    private const string Cloudflare = "corpus/cloudflare-api-2024-08-06.json";

    /// <summary>
    /// The names of two SDKs that people made. No change may fall below the floors; docs/design/measurements.md has the shares.
    /// </summary>
    /// <param name="names">The names by method and path: shared data, or a file beside this one.</param>
    [Theory]
    [InlineData(Cloudflare, "data/cloudflare-sdk-names.json", 66, 78)]
    [InlineData("corpus/stripe-2023-09-12.yaml", "stripe-sdk-names.json", 85, 85)]
    public void Derived_names_match_handwritten_names(string document, string names, double wholeFloor, double tailFloor)
    {
        string beside = Path.Combine(SharedData.RepositoryRoot, "tests/CfGen.Generator.Tests/Naming/Operations", names);
        if (
            SharedData.Find(document, output) is not { } path
            || (File.Exists(beside) ? beside : SharedData.Find(names, output)) is not { } given
        )
            return;
        Dictionary<string, OperationName> byKey = OperationNames
            .Assign(ReadOperations(CorpusEntry.Load(path)))
            .Names.GroupBy(n => $"{n.Key.Method.ToUpperInvariant()} {Parameter().Replace(n.Key.Path, "{}")}")
            .ToDictionary(g => g.Key, g => g.OrderBy(n => n.Key.Path, StringComparer.Ordinal).First().Value, StringComparer.Ordinal);

        List<(string Key, bool Whole, bool Tail)> results = [];
        foreach ((string key, string name) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(given))!)
        {
            OperationName found = byKey[key];
            string[] want = [.. name.Split('.').Select(Flat)];
            string[] got = [.. found.ResourcePath.Append(found.MethodName).Select(Flat)];
            bool whole = want.SequenceEqual(got),
                tail = want.TakeLast(2).SequenceEqual(got.TakeLast(2));
            results.Add((key, whole, tail));
            if (!whole)
                output.WriteLine(
                    $"{(tail ? "  " : "! ")}{key} => {string.Join('.', found.ResourcePath)}.{found.MethodName}, by people: {name}"
                );
        }

        (double all, double last) = Percent(results);
        output.WriteLine($"whole {all:F1} %, last two {last:F1} % of {results.Count}");
        (double withoutLargest, double lastWithoutLargest) = Percent([.. results.Where(r => GetResourcePath(r.Key) != "radar")]);
        output.WriteLine($"without /radar: whole {withoutLargest:F1} %, last two {lastWithoutLargest:F1} %");
        foreach (IGrouping<uint, (string, bool, bool)> half in results.GroupBy(r => HashWithSeed(r.Key, 25) % 2).OrderBy(g => g.Key))
        {
            (double halfWhole, double halfLast) = Percent([.. half]);
            output.WriteLine($"half {half.Key}: whole {halfWhole:F1} %, last two {halfLast:F1} % of {half.Count()}");
        }

        Assert.InRange(all, wholeFloor, 100);
        Assert.InRange(last, tailFloor, 100);

        static (double Whole, double Tail) Percent(List<(string Key, bool Whole, bool Tail)> of) =>
            (100.0 * of.Count(r => r.Whole) / of.Count, 100.0 * of.Count(r => r.Tail) / of.Count);

        static string Flat(string word) => word.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
    }

    [Fact]
    public void Document_order_does_not_change_names()
    {
        if (SharedData.Find(Cloudflare, output) is not { } path)
            return;
        IReadOnlyList<OperationOutline> operations = ReadOperations(CorpusEntry.Load(path));
        List<string> names = FormatNames(OperationNames.Assign(operations).Names);
        Assert.Equal(names, FormatNames(OperationNames.Assign(operations.AsEnumerable().Reverse()).Names));
        for (int round = 1; round <= 5; round++)
            Assert.Equal(
                names,
                FormatNames(OperationNames.Assign(operations.OrderBy(o => HashWithSeed(o.Operation.Pointer, round))).Names)
            );
    }

    [Fact]
    public void Unrelated_operations_do_not_change_names()
    {
        if (SharedData.Find(Cloudflare, output) is not { } path)
            return;
        IReadOnlyList<OperationOutline> operations = ReadOperations(CorpusEntry.Load(path));
        List<string> all = FormatNames(OperationNames.Assign(operations).Names);
        for (int round = 1; round <= 20; round++)
        {
            // Half of the first segments of resources, with everything below them.
            List<OperationOutline> some = [.. operations.Where(o => HashWithSeed(GetResourcePath(o.Operation.Path), round) % 2 == 0)];
            List<string> names = FormatNames(OperationNames.Assign(some).Names);
            Assert.InRange(names.Count, 1, all.Count - 1);
            Assert.Equal([], names.Except(all));
        }
    }

    /// <summary>Selects by a sample of the tags, from loading on. The rules themselves always see the whole document.</summary>
    [Fact]
    public void Selection_does_not_change_names()
    {
        if (SharedData.Find(Cloudflare, output) is not { } path)
            return;
        DocumentText text = CorpusEntry.Load(path);
        IReadOnlyList<OperationOutline> operations = ReadOperations(text);
        Dictionary<OperationKey, OperationName> all = OperationNames.Assign(operations).Names;
        string[] tags =
        [
            .. operations.Select(o => o.Tag).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(t => HashWithSeed(t, 3)).Take(12),
        ];
        Assert.Equal(12, tags.Length);
        foreach (string tag in tags)
        {
            LoadedDocument read = DocumentLoader.Load(text, [], new DocumentLoadOptions(["tag:" + tag]), CancellationToken.None);
            Assert.InRange(read.Operations.Count, 1, operations.Count / 4);
            Dictionary<OperationKey, OperationName> names = OperationNames.Assign(read.Outlines).Names;
            Assert.Equal(
                FormatNames(read.Operations.ToDictionary(o => o, o => all[o])),
                FormatNames(read.Operations.ToDictionary(o => o, o => names[o]))
            );
        }
    }

    [Fact]
    public void Operation_names_are_unique()
    {
        foreach (CorpusEntry entry in CorpusDocuments.Entries(output).Where(e => e.Class == "real"))
        {
            IReadOnlyList<OperationOutline> operations = ReadOperations(entry.Document(), [.. entry.References()]);
            Dictionary<OperationKey, OperationName> names = OperationNames.Assign(operations).Names;
            Assert.Equal(operations.Count, names.Count);
            Assert.Equal(
                operations.Count,
                names.Values.Select(n => string.Join('.', n.ResourcePath.Append(n.MethodName))).Distinct(StringComparer.Ordinal).Count()
            );
            Assert.Equal(
                [],
                names
                    .Where(n => char.IsDigit(n.Value.MethodName[^1]) && !EndsInDigit().IsMatch(n.Key.Path + " " + n.Key.OperationId))
                    .Select(n => $"{entry.Name}: {n.Key.Method} {n.Key.Path} => {n.Value.MethodName}")
            );
            if (Environment.GetEnvironmentVariable("CFGEN_DUMP_NAMES") is { Length: > 0 } folder)
                File.WriteAllLines(
                    Path.Combine(folder, entry.Name.Replace('/', '_') + ".txt"),
                    names.Select(n =>
                        $"{n.Key.Method.ToUpperInvariant()} {n.Key.Path} => {string.Join('.', n.Value.ResourcePath)}.{n.Value.MethodName}  [{n.Key.OperationId}]"
                    )
                );
        }
    }

    private static string GetResourcePath(string key)
    {
        string[] segments = key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('/');
        return segments is [_, ['{', ..], { } head, ..] ? head : segments[0];
    }

    private static List<string> FormatNames(Dictionary<OperationKey, OperationName> names) =>
        [
            .. names
                .Select(n => $"{n.Key.Method} {n.Key.Path} => {string.Join('.', n.Value.ResourcePath)}.{n.Value.MethodName}")
                .Order(StringComparer.Ordinal),
        ];

    // A number that looks random, and is the same on every machine.
    private static uint HashWithSeed(string text, int round) =>
        text.Aggregate(2166136261u * (uint)round, (hash, c) => unchecked((hash ^ c) * 16777619)) >> 7;

    internal static IReadOnlyList<OperationOutline> ReadOperations(DocumentText text, params DocumentText[] references) =>
        DocumentLoader.Load(text, [.. references], DocumentLoadOptions.All, CancellationToken.None).Outlines;

    [GeneratedRegex("[0-9]\\W|[0-9]$|[0-9]_|[0-9][A-Z]")]
    private static partial Regex EndsInDigit();

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameter();
}
