using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Corpus.Fuzzing;
using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Corpus;

/// <summary>
/// Counts the names that a growing document moves. The document without one path in twenty is the old one, and the whole document is the
/// new one. A moved name breaks the build of a caller. A name that comes to mean another type is worse, since the caller may still compile.
/// </summary>
internal static class GrowthCommand
{
    private const int PathsOfOneRemoved = 20;

    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string index)
    {
        string filter = options.GetText("--filter") ?? "";
        int seed = options.GetNumber("--seed", 1);
        int seeds = options.GetNumber("--rounds", 1);
        Counts all = new();
        Console.WriteLine(Counts.Header + "\tdocument");
        foreach (CorpusEntry entry in CorpusEntry.ReadIndex(index).Where(e => e is { Class: "real", Folder: null }))
        {
            if (!entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            Counts counts = new();
            GeneratedNames? grown = null;
            for (int i = 0; i < seeds; i++)
            {
                if (RemovePaths(entry, seed + i) is not { } old)
                    continue;
                GenerationResult before = DocumentCompiler.Generate(old, []);
                if (options.Has("--listing"))
                    grown = CompileGrown(entry, ListingWriter.Create(before.Stages.Client.Units), counts);
                grown ??= GeneratedNames.Read(DocumentCompiler.Generate(entry.Document(), []).Stages);
                Compare(GeneratedNames.Read(before.Stages), grown, counts);
            }

            Console.WriteLine($"{counts}\t{entry.Name}");
            if (options.Has("--notes"))
                counts.Moves.ForEach(m => Console.WriteLine("    " + m));
            all.Add(counts);
        }

        Console.WriteLine($"{all}\tall");
        return 0;
    }

    /// <summary>Generates and compiles the whole document, and counts the changes that break the source.</summary>
    /// <param name="listing">The listing of the old document, whose names stay; null where nothing was generated.</param>
    private static GeneratedNames CompileGrown(CorpusEntry entry, ApiListing? listing, Counts counts)
    {
        CompiledClient client = DocumentCompiler.Compile(entry.Document(), [], listing);
        counts.Moves.AddRange(client.CompilerErrors.Select(e => e.ToString()));
        ApiListing? current = ListingWriter.Create(client.Generated.Stages.Client.Units);
        if (listing is not null && current is not null)
        {
            IEnumerable<ApiChange> breaks = ListingComparison.Compare(listing, current).Changes.Where(c => c.Impact == ChangeImpact.Source);
            counts.Moves.AddRange(breaks.Select(c => $"{c.Kind} {c.Member}: {c.Old} -> {c.New}"));
        }

        return GeneratedNames.Read(client.Generated.Stages);
    }

    /// <summary>Returns the document without some of its paths; null where it has no path to remove.</summary>
    private static DocumentText? RemovePaths(CorpusEntry entry, int seed)
    {
        DocumentText document = entry.Document();
        if (TextParser.Parse(document, CancellationToken.None).Root is not JsonObject root || root["paths"] is not JsonObject paths)
            return null;
        List<string> removed =
        [
            .. paths
                .Select(p => p.Key)
                .Where(p => StableHash.Compute(string.Create(CultureInfo.InvariantCulture, $"{seed} {p}")) % PathsOfOneRemoved == 0),
        ];
        removed.ForEach(p => paths.Remove(p));
        return removed.Count == 0 ? null : new DocumentText("/project/document.json", SourceText.From(FuzzCase.ToJson(root)));
    }

    private static void Compare(GeneratedNames old, GeneratedNames grown, Counts counts)
    {
        // A place has several types where it is merged with others.
        ILookup<string, string> byPlace = grown
            .Types.SelectMany(t => t.Value.Select(p => (Place: p, t.Key)))
            .ToLookup(t => t.Place, t => t.Key);

        foreach ((string name, IReadOnlySet<string> places) in old.Types)
        {
            counts.Types++;
            if (places.Select(p => byPlace[p]).FirstOrDefault(names => !names.Contains(name)) is not { } moved)
                continue;
            bool isAnother = grown.Types.TryGetValue(name, out IReadOnlySet<string>? others) && !others.Overlaps(places);
            counts.MovedTypes++;
            counts.OtherTypes += isAnother ? 1 : 0;
            counts.Moves.Add(
                $"{name} -> {string.Join(", ", moved)}{(isAnother ? ", and means another type" : "")}: {places.Min(StringComparer.Ordinal)}"
            );
        }

        HashSet<string> calls = [.. grown.Calls.Values];
        foreach ((string place, string call) in old.Calls)
        {
            counts.Calls++;
            if (!grown.Calls.TryGetValue(place, out string? moved) || moved == call)
                continue;
            counts.MovedCalls++;
            counts.OtherCalls += calls.Contains(call) ? 1 : 0;
            counts.Moves.Add($"{call} -> {moved}{(calls.Contains(call) ? ", and means another operation" : "")}: {place}");
        }
    }

    private sealed class Counts
    {
        public const string Header = "types\tmoved\tmean another\tcalls\tmoved\tmean another";

        public int Types { get; set; }

        public int MovedTypes { get; set; }

        public int OtherTypes { get; set; }

        public int Calls { get; set; }

        public int MovedCalls { get; set; }

        public int OtherCalls { get; set; }

        public List<string> Moves { get; } = [];

        public void Add(Counts other)
        {
            Types += other.Types;
            MovedTypes += other.MovedTypes;
            OtherTypes += other.OtherTypes;
            Calls += other.Calls;
            MovedCalls += other.MovedCalls;
            OtherCalls += other.OtherCalls;
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Types}\t{MovedTypes}\t{OtherTypes}\t{Calls}\t{MovedCalls}\t{OtherCalls}");
    }
}
