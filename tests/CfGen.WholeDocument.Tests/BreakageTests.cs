using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.Generator.Tests;
using CfGen.Generator.Tests.Hosting;
using CfGen.WholeDocument.Tests.Breakage;
using CfGen.WholeDocument.Tests.Schemas;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// A document broken in one place costs the operations that lead there, each with its diagnostic, and never the build. Each failure has a
/// seed: CFGEN_BREAKAGE_SEED runs that one alone, CFGEN_BREAKAGES=1000 looks longer.
/// </summary>
public class BreakageTests(ITestOutputHelper output)
{
    private static readonly int s_documents = int.TryParse(Environment.GetEnvironmentVariable("CFGEN_BREAKAGES"), out int documents)
        ? documents
        : 60;

    // A message names the first five of the operations that one mistake costs, and counts the others.
    private static readonly Regex s_andMore = new(@"Skipped: .* and \d+ more\.", RegexOptions.CultureInvariant);

    private static readonly JsonSerializerOptions s_deep = new() { MaxDepth = 100_000 };

    [Theory]
    [InlineData("cloudflare-api-2024-08-06.json", 1)]
    [InlineData("cloudflare-api-2024-08-06.json", 2)]
    [InlineData("ent-api.json", 3)]
    [InlineData("firecracker.json", 4)]
    [InlineData("economic-webhooks.json", 5)]
    public void A_broken_node_affects_only_what_reaches_it(string name, int series)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        JsonObject whole = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        if (name.StartsWith("cloudflare", StringComparison.Ordinal))
            whole =
                series == 1
                    ? DocumentSlice.SelectTags(whole, "Page Shield", "DNS Records for a Zone")
                    : DocumentSlice.SelectTags(whole, "Lists", "Load Balancer Monitors");
        string text = whole.ToJsonString(s_deep);
        HashSet<string> before = GetOperations(Generate(text));
        Stopwatch clock = Stopwatch.StartNew();
        HashSet<string> compiled = [];
        List<string> wrong = [];
        List<int> seeds = int.TryParse(Environment.GetEnvironmentVariable("CFGEN_BREAKAGE_SEED"), out int only)
            ? [only]
            : [.. Enumerable.Range(series * 100_000, s_documents)];
        foreach (int seed in seeds)
        {
            JsonObject root = JsonNode.Parse(text)!.AsObject();
            (string pointer, string what) = new DocumentBreaker(root, seed).Break();
            string broken = root.ToJsonString(s_deep);
            List<string> faults = [.. FindErrors(text, broken, pointer, before, compiled)];
            if (faults.Count > 0)
                wrong.Add(
                    $"seed {seed}: {pointer}: {what}; the document is in {Save(seed, broken)}\n    {string.Join("\n    ", faults.Select(f => f.Length < 600 ? f : f[..600] + "..."))}"
                );
        }

        output.WriteLine(
            $"{seeds.Count} documents of {text.Length} characters and {before.Count} operations, {compiled.Count} compiled anew, {clock.ElapsedMilliseconds} ms"
        );
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {seeds.Count}:\n{string.Join('\n', wrong)}");
    }

    private static IEnumerable<string> FindErrors(
        string text,
        string broken,
        string pointer,
        HashSet<string> before,
        HashSet<string> compiled
    )
    {
        GeneratorRun run;
        string? thrown = null;
        try
        {
            run = Generate(broken);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            run = null!;
            thrown = e.Message;
        }

        if (thrown is not null)
        {
            yield return "the generator threw: " + thrown;
            yield break;
        }

        foreach (Diagnostic ours in run.Diagnostics.Where(d => d.Id == "CFG0099"))
            yield return ours.ToString();
        if (compiled.Add(string.Concat(run.Sources.Values)))
        {
            foreach (Diagnostic error in run.Output.GetDiagnostics().Where(d => d.Severity > DiagnosticSeverity.Info).Take(3))
                yield return error.ToString();
        }

        RawDocument[] documents =
        [
            .. ((string[])[text, broken]).Select(t => new RawDocument(
                JsonNode.Parse(t, documentOptions: new() { MaxDepth = 100_000 })!.AsObject()
            )),
        ];
        string[] told = [.. run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
        foreach (string lost in before.Except(GetOperations(run)))
        {
            if (!Touches(documents, lost, pointer))
                yield return $"{lost} is lost and does not lead there: {string.Join(" | ", told)}";
            else if (!IsReported(documents[0], lost, pointer, told))
                yield return $"{lost} is lost without a word: {string.Join(" | ", told)}";
        }
    }

    /// <summary>True if the operation leads to the place: before it was broken, or since.</summary>
    private static bool Touches(RawDocument[] documents, string operation, string pointer)
    {
        (string method, string path) = SplitOperation(operation);
        string item = $"#/paths/{DocumentNode.Escape(path)}";
        // Above paths and components is what all of them need.
        if (
            pointer.Count(c => c == '/') < 2
            || pointer.StartsWith("#/servers", StringComparison.Ordinal)
            || pointer.StartsWith("#/info", StringComparison.Ordinal)
            || pointer.StartsWith("#/security", StringComparison.Ordinal)
        )
            return true;
        foreach (RawDocument document in documents)
        {
            DocumentNode place = document.FindNode(item);
            IEnumerable<string> own =
            [
                $"{item}/{method}",
                .. place.Schema?.Select(m => m.Key).Where(k => k is "parameters" or "servers" or "$ref").Select(k => $"{item}/{k}") ?? [],
            ];
            IEnumerable<string> reached = ReferenceGraph.FindReachable(document, own.Select(o => document.FindNode(o).Node)).Concat(own);
            if (reached.Any(r => ReferenceGraph.Overlaps(r, pointer)) || pointer == item)
                return true;
            if (pointer.StartsWith("#/components/securitySchemes", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsReported(RawDocument document, string operation, string pointer, string[] told)
    {
        (string method, string path) = SplitOperation(operation);
        string item = $"#/paths/{DocumentNode.Escape(path)}";
        string id = document.FindNode($"{item}/{method}").GetString("operationId") ?? "";
        return Array.Exists(
                told,
                t =>
                    t.Contains($"'{id}'", StringComparison.Ordinal)
                    || t.Contains(item, StringComparison.Ordinal)
                    || t.Contains(operation, StringComparison.OrdinalIgnoreCase)
                    || s_andMore.IsMatch(t)
                    || (pointer.Count(c => c == '/') < 2 && t.Length > 0)
            )
            // What is taken out or renamed is not there to be told of.
            || pointer == $"{item}/{method}"
            || pointer == item;
    }

    private static (string Method, string Path) SplitOperation(string operation) =>
        (
            operation[..operation.IndexOf(' ', StringComparison.Ordinal)].ToLowerInvariant(),
            operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..]
        );

    private static GeneratorRun Generate(string text) =>
        GeneratorHost.Generate(new TestDocument("/project/broken.json", text).With("ClientName", "BrokenClient"));

    private static HashSet<string> GetOperations(GeneratorRun run) =>
        [
            .. run
                .Sources.Values.SelectMany(s =>
                    Regex.Matches(s, "ApiOperation\\(\"(?:[^\"\\\\]|\\\\.)*\", \"([A-Z]+)\", \"((?:[^\"\\\\]|\\\\.)*)\"\\)\\]")
                )
                .Select(m => $"{m.Groups[1].Value} {Regex.Unescape(m.Groups[2].Value)}"),
        ];

    private static string Save(int seed, string text)
    {
        string file = Path.Combine(Path.GetTempPath(), $"cfgen-breakage-{seed}.json");
        File.WriteAllText(file, text);
        return file;
    }
}
