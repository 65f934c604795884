#pragma warning disable CA5394 // a seed is what is wanted here
using System.Diagnostics;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests;

/// <summary>
/// Documents broken at random, from a seed, so that each failure can be had again. Whatever is wrong with a document: no exception leaves
/// the generator, every diagnostic is one of ours with a place in the file, and what code there is compiles.
/// </summary>
public class BrokenDocumentTests(ITestOutputHelper output)
{
    // A machine under load does fewer. CFGEN_MUTATIONS=2000 lets one look longer, at more documents.
    private static readonly int s_documents = int.TryParse(Environment.GetEnvironmentVariable("CFGEN_MUTATIONS"), out int documents)
        ? documents
        : 40;

    private static readonly string[] s_values =
    [
        "null",
        "[]",
        "{}",
        "''",
        "-1",
        "1.5",
        "true",
        "object",
        "array",
        "string",
        "integer",
        "nothing",
        "[object, 'null']",
        "[null]",
        "{a: 1}",
        "[1, a, null]",
        "'#/components/schemas/event'",
        "{$ref: '#/components/schemas/event'}",
        "{$ref: '#/components/schemas/risk_level'}",
        "{$ref: 'x.yaml#/y'}",
        "{$ref: 3}",
        "{type: object, properties: {a: {$ref: '#/paths'}}}",
        "{oneOf: []}",
        "{allOf: [{$ref: '#/components/schemas/event'}, {type: string}]}",
        "{type: array}",
        "{type: string, enum: []}",
        "{type: string, enum: [a, a, 1, null]}",
        "{enum: [{}]}",
        "{additionalProperties: {additionalProperties: {type: integer}}}",
        "{type: object, properties: {rest: {type: string, readOnly: true}}, additionalProperties: {$ref: '#/components/schemas/event'}}",
        "'\\u2028'",
        "'*/'",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_broken_document_generates_compiling_code_or_errors(int seed)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Random random = new(seed);
        HashSet<string> ids = [.. DiagnosticDescriptors.All.Select(d => d.Id)];
        Dictionary<string, int> told = [];
        HashSet<string> compiled = new(StringComparer.Ordinal);
        string[] lines = TestDocument.RiskScoring.Text.Split('\n');
        int documents = 0;
        for (; documents < s_documents && clock.Elapsed.TotalSeconds < s_documents * 0.15; documents++)
        {
            // Half of them as text, which mostly breaks the YAML; half as a tree, which breaks what the document says.
            string text = documents % 2 == 0 ? Mutate(random, lines) : MutateTree(random);
            GeneratorRun run = GeneratorHost.Generate(TestDocument.RiskScoring with { Text = text });
            foreach (Diagnostic diagnostic in run.Diagnostics)
            {
                Assert.Contains(diagnostic.Id, ids);
                Assert.True(
                    diagnostic.Id != "CFG0099",
                    diagnostic.Id != "CFG0099" ? "" : $"seed {seed}, document {documents}: {diagnostic}\n{Save(seed, documents, text)}"
                );
                Assert.Equal(TestDocument.RiskScoring.Path, diagnostic.Location.GetLineSpan().Path);
                Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length);
                told[diagnostic.Id] = told.GetValueOrDefault(diagnostic.Id) + 1;
            }

            // Many mutations leave the code as it was.
            if (run.Sources.Count > 0 && compiled.Add(string.Concat(run.Sources.Values)))
            {
                List<string> errors = [.. run.CompilerDiagnostics.Take(5).Select(d => d.ToString())];
                Assert.True(
                    errors.Count == 0,
                    $"seed {seed}, document {documents}:\n{string.Join('\n', errors)}\n{Save(seed, documents, text)}"
                );
            }
        }

        output.WriteLine(
            $"{documents} documents, {compiled.Count} of them compiled anew, {clock.ElapsedMilliseconds} ms; {string.Join(", ", told.OrderBy(t => t.Key).Select(t => $"{t.Key}: {t.Value}"))}"
        );
        Assert.True(documents >= 3, "Too slow to say anything.");
    }

    private static string Mutate(Random random, string[] original)
    {
        List<string> lines = [.. original];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(lines.Count);
            string line = lines[at];
            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            switch (random.Next(8))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, line);
                    break;
                case 2:
                    lines[at] = " " + line;
                    break;
                case 3 when line.TrimEnd().EndsWith(':'):
                    lines[at] = line.TrimEnd() + " " + s_values[random.Next(s_values.Length)];
                    break;
                case 3 or 4 when colon > 0:
                    lines[at] = line[..(colon + 2)] + s_values[random.Next(s_values.Length)];
                    break;
                case 5 when line.Length > 0:
                    int column = random.Next(line.Length);
                    lines[at] = string.Concat(line.AsSpan(0, column), ((char)random.Next(0x20, 0x7F)).ToString(), line.AsSpan(column + 1));
                    break;
                case 6:
                    int other = random.Next(lines.Count);
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                case 7 when random.Next(4) == 0:
                    lines.RemoveRange(at, lines.Count - at);
                    break;
                default:
                    lines.RemoveRange(at, Math.Min(random.Next(1, 12), lines.Count - at));
                    break;
            }

            if (lines.Count == 0)
                break;
        }

        return string.Join('\n', lines);
    }

    private static string MutateTree(Random random)
    {
        JsonNode root = YamlConverter.ToJson(TestDocument.RiskScoring.Text)!;
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            List<(JsonNode Parent, string Name)> places = [.. GetPlaces(root)];
            (JsonNode parent, string name) = places[random.Next(places.Count)];
            JsonNode? value = random.Next(3) switch
            {
                0 => YamlConverter.ToJson(s_values[random.Next(s_values.Length)]),
                // Something that is right elsewhere.
                _ => Get(places[random.Next(places.Count)])?.DeepClone(),
            };
            if (parent is JsonArray array)
                array[int.Parse(name, provider: null)] = value;
            else if (random.Next(4) == 0)
                parent.AsObject().Remove(name);
            else if (random.Next(6) == 0)
                parent[places[random.Next(places.Count)].Name] = value;
            else
                parent[name] = value;
        }

        return root.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });

        static JsonNode? Get((JsonNode Parent, string Name) place) =>
            place.Parent is JsonArray array ? array[int.Parse(place.Name, provider: null)] : place.Parent[place.Name];
    }

    private static IEnumerable<(JsonNode Parent, string Name)> GetPlaces(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => (m.Value is null ? [] : GetPlaces(m.Value)).Prepend((members, m.Key))),
            JsonArray items => items.SelectMany(
                (item, i) => (item is null ? [] : GetPlaces(item)).Prepend((items, i.ToString(provider: null)))
            ),
            _ => [],
        };

    private static string Save(int seed, int document, string text)
    {
        string file = Path.Combine(Path.GetTempPath(), $"cfgen-mutation-{seed}-{document}.txt");
        File.WriteAllText(file, text);
        return "The document is in " + file;
    }
}
