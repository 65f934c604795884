using System.Text.Json;
using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Parsing;

public partial class DocumentFormatTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_document_gives_the_same_code_as_yaml_and_as_json(bool indented)
    {
        string json = YamlConverter
            .ToJson(TestDocument.RiskScoring.Text)!
            .ToJsonString(new JsonSerializerOptions { WriteIndented = indented });
        GeneratorRun fromYaml = GeneratorHost.Generate(TestDocument.RiskScoring);
        GeneratorRun fromJson = GeneratorHost.Generate(
            TestDocument.RiskScoring with
            {
                Path = "/project/specs/zero-trust-risk-scoring.json",
                Text = json,
            }
        );

        Assert.NotEmpty(fromYaml.Sources);
        Assert.Empty(fromJson.Diagnostics);
        Assert.Equal(fromYaml.Sources.Keys, fromJson.Sources.Keys);
        foreach ((string hintName, string code) in fromYaml.Sources)
            Assert.Equal(WithoutLines(code), WithoutLines(fromJson.Sources[hintName]));
    }

    [Fact]
    public void Reported_lines_are_lines_of_the_file()
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.Score);
        string[] lines = TestDocument.Score.Text.Split('\n');
        MatchCollection told = LinePattern().Matches(run.Sources["Acme.Cloudflare.RiskScoringResource.g.cs"]);

        Assert.Equal(["    get:", "    post:"], told.Select(m => lines[int.Parse(m.Groups["line"].Value, provider: null) - 1]));
        Assert.All(told, m => Assert.Equal("zero-trust-risk-scoring.yaml", m.Groups["file"].Value));
    }

    private static string WithoutLines(string code) => LinePattern().Replace(code, "");

    [GeneratedRegex(", line (?<line>[0-9]+) of (?<file>[^ <]+)(?=\\.</para>)")]
    private static partial Regex LinePattern();
}
