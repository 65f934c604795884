using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Tests.Naming;

/// <summary>Words of C# as names in a document.</summary>
public class KeywordTests
{
    [Fact]
    public void Every_keyword_can_be_a_parameter()
    {
        string[] keywords =
        [
            .. SyntaxFacts
                .GetKeywordKinds()
                .Select(SyntaxFacts.GetText)
                .Where(k => k.All(char.IsAsciiLetterLower))
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.Contains("virtual", keywords);
        string parameters = string.Join(
            ", ",
            keywords.Select(k => $"{{ name: '{k}', in: query, required: true, schema: {{ type: integer }} }}")
        );

        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ get: {{ operationId: get-things, parameters: [{parameters}], responses: {{ '204': {{ description: ok }} }} }} }}"
                )
            )
            .AssertNoDiagnostics()
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.All(keywords, k => Assert.Contains($"\"{k}\"", code, StringComparison.Ordinal));
    }
}
