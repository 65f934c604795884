using System.Text.Json.Nodes;
using CfGen.Corpus;
using CfGen.Corpus.Fuzzing;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Corpus;

public class FuzzingTests
{
    private const int Seeds = 300;

    [Fact]
    public void A_seed_gives_the_same_changes_again()
    {
        HashSet<string> texts = [];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            string text = Mutate(seed);
            Assert.Equal(text, Mutate(seed));
            texts.Add(text);
        }

        // A change may have no effect, but few do.
        Assert.InRange(texts.Count, Seeds * 3 / 4, Seeds);
    }

    [Fact]
    public void A_seed_gives_the_same_schemas_again()
    {
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            JsonObject document = new RandomSchemas(new SeededRandom(seed)).CreateDocument();
            Assert.Equal(FuzzCase.ToJson(document), FuzzCase.ToJson(new RandomSchemas(new SeededRandom(seed)).CreateDocument()));
            Assert.NotEmpty(document["components"]!["schemas"]!.AsObject());
        }
    }

    [Fact]
    public void More_diagnostics_of_one_id_than_allowed_are_a_fault()
    {
        string operation =
            "get: { parameters: [{ name: a, in: query, schema: { type: string, pattern: '(' } }], responses: { '200': { description: ok } } }";
        string text = TestDocument.FromPaths($"/a/{{x}}: {{ {operation} }}\n/b/{{x}}: {{ {operation} }}").Text;
        string id = DocumentCompiler
            .Generate(FuzzCase.ToDocument(text), [])
            .Stages.Client.Diagnostics.GroupBy(d => d.Id)
            .First(g => g.Count() > 1)
            .Key;
        Assert.Empty(FuzzCheck.FindFaults(text, maximum: 2));
        Assert.Contains(FuzzCheck.FindFaults(text, maximum: 1), f => f.Signature == $"more than 1 of {id}");
    }

    [Fact]
    public void The_sample_is_a_share_of_the_names()
    {
        CommandOptions options = CommandOptions.Parse(["--sample", "1/3"]);
        int taken = Enumerable.Range(0, 3000).Count(i => options.IsSampled($"document-{i}.json"));
        Assert.InRange(taken, 900, 1100);
        Assert.Throws<ArgumentException>(() => CommandOptions.Parse(["--sample", "third"]).IsSampled("a"));
    }

    [Fact]
    public void A_row_is_read_as_it_was_written()
    {
        DocumentRow row = new("a/b.yaml", "real", "3.0.3", 4, 5, 1, "CFG0005:1 CFG1002:3", 2, 1);
        Assert.Equal(row, DocumentRow.Parse(row.ToString()));
    }

    private static string Mutate(ulong seed)
    {
        JsonNode tree = FuzzSources.Parse(TestDocument.RiskScoring.Text)!;
        SeededRandom random = new(seed);
        new TreeMutator(tree, random).Mutate();
        return FuzzCase.ToJson(tree);
    }
}
