using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Configuration;

/// <summary>Metadata of a project file: applied, or rejected by name.</summary>
public class MetadataTests
{
    [Theory]
    [InlineData("Examples", "true")]
    [InlineData("Examples", "tags; # and more")]
    public void An_unsupported_value_is_reported(string name, string value)
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.Score.With(name, value));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG2001", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"{name}=\"{value}\"", message, StringComparison.Ordinal);
        AssertAtItem(diagnostic);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("Examples", "false")]
    [InlineData("Interfaces", "False")]
    [InlineData("Models", "")]
    public void An_empty_value_is_valid(string name, string value) =>
        GeneratorHost.Generate(TestDocument.Score.With(name, value)).AssertNoDiagnostics().AssertCompiles();

    [Theory]
    [InlineData("Models", "struct")]
    [InlineData("Access", "private")]
    [InlineData("Interfaces", "yes")]
    [InlineData("Namespace", "Acme..Api")]
    [InlineData("Namespace", "1st.Api")]
    [InlineData("Namespace", "Acme.class")]
    [InlineData("Namespace", "Acme; public class Evil { }")]
    [InlineData("ClientName", "My Client")]
    [InlineData("ClientName", "Acme.Client")]
    [InlineData("ClientName", "class")]
    [InlineData("ClientName", "Client\nnamespace Evil { }")]
    public void An_invalid_value_is_reported_with_the_valid_ones(string name, string value)
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.Score.With(name, value));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG2004", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(
            $"{name}=\"{value.Replace("\n", "\\u000a", StringComparison.Ordinal)}\"", // a message is one line
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        AssertAtItem(diagnostic);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.Score.With("Models", "struct").With("Access", "private").With("Examples", "true")
        );
        Assert.Equal(["CFG2001", "CFG2004", "CFG2004"], run.Diagnostics.Select(d => d.Id).Order());
    }

    [Theory]
    [InlineData("Acme.Sample", "Acme.Sample")]
    [InlineData("Acme.Api", "Acme.API")]
    public void Two_documents_in_one_namespace_are_reported_and_the_first_is_generated(string first, string second)
    {
        TestDocument one = TestDocument.FromPaths("/one: { get: { responses: { '200': { description: ok } } } }").With("Namespace", first);
        TestDocument two = TestDocument
            .FromPaths("/two: { get: { responses: { '200': { description: ok } } } }")
            .With("Namespace", second) with
        {
            Path = "/project/two.yaml",
        };
        GeneratorRun run = GeneratorHost.Generate(one, two).AssertCompiles();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG2003", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(one.Path, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        AssertAtStart(diagnostic, "/project/Acme.csproj");
        Assert.Contains($"{first}.OneResource.g.cs", run.Sources.Keys);
        Assert.DoesNotContain(run.Sources.Keys, k => k.EndsWith("TwoResource.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_documents_with_one_title_are_separated_by_namespace()
    {
        TestDocument one = TestDocument.Score.With("Namespace", "Acme.One");
        TestDocument two = TestDocument.Score.With("Namespace", "Acme.Two") with { Path = "/project/two.yaml" };
        GeneratorRun run = GeneratorHost.Generate(one, two).AssertNoDiagnostics().AssertCompiles();
        Assert.Equal(6, run.Sources.Count);
    }

    [Theory]
    [InlineData("id:nobody", "CFG2002")]
    [InlineData("tag:No Such*", "CFG2002")]
    [InlineData("path:/nowhere/**;id:get-risk-score", "CFG2002")]
    [InlineData("colour:blue", "CFG2005")]
    public void A_selection_without_matches_is_reported(string operations, string id)
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.RiskScoring.With("Operations", operations));
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal("/project/Acme.csproj", diagnostic.Location.GetLineSpan().Path);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("id:get-risk-score", "get-risk-score")]
    [InlineData("tag:Zero Trust Risk Scoring;!path:**/behaviors", "get-risk-score,get-risk-score-summary,reset-risk-score")]
    [InlineData(" path:GET /accounts/*/zt_risk_scoring/{user_id} ; ", "get-risk-score")]
    public void A_selection_generates_the_matching_operations(string operations, string expected)
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.RiskScoring.With("Operations", operations)).AssertNoDiagnostics();
        using LoadedConsumer consumer = run.Load();
        Assert.Equal(
            expected.Split(','),
            consumer
                .Assembly.GetTypes()
                .SelectMany(t => t.GetMethods())
                .SelectMany(m => m.GetCustomAttributes(typeof(ApiOperationAttribute), false))
                .Cast<ApiOperationAttribute>()
                .Select(o => o.Id)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("record", true)]
    [InlineData("class", false)]
    public void Models_are_records_or_classes(string models, bool records)
    {
        using LoadedConsumer consumer = GeneratorHost.Generate(TestDocument.Score.With("Models", models)).AssertNoDiagnostics().Load();
        Assert.Equal(records, consumer.Type("Acme.Cloudflare.RiskScoringGetResponse").GetMethod("<Clone>$") is not null);
    }

    [Fact]
    public void Internal_access_emits_no_public_type()
    {
        using LoadedConsumer consumer = GeneratorHost
            .Generate(TestDocument.RiskScoring.With("Access", "internal").With("Interfaces", "true"))
            .Load();
        Assert.Empty(consumer.Assembly.GetExportedTypes());
    }

    [Fact]
    public void Namespace_and_client_name_are_used_unchanged()
    {
        GeneratorRun run = GeneratorHost
            .Generate(TestDocument.Score.With("Namespace", "My.Own.Space").With("ClientName", "Scores"))
            .AssertNoDiagnostics();
        using LoadedConsumer consumer = run.Load();
        Assert.NotNull(consumer.Type("My.Own.Space.Scores"));
        Assert.NotNull(consumer.Type("My.Own.Space.ScoresOptions"));
        Assert.Contains("My.Own.Space.Scores.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("Models")]
    [InlineData("System")]
    [InlineData("RiskScoringResource")]
    [InlineData("Event")]
    [InlineData("RiskLevel")]
    [InlineData("Cloudflare")]
    [InlineData("Acme")]
    public void The_client_name_wins_over_other_types(string name) =>
        GeneratorHost
            .Generate(TestDocument.RiskScoring.With("ClientName", name).With("Interfaces", "true"))
            .AssertNoDiagnostics()
            .AssertCompiles();

    [Fact]
    public void A_reference_document_generates_nothing_itself()
    {
        TestDocument common = new("/project/common.yaml", "Pet: { type: object, properties: { name: { type: string } } }")
        {
            IsReference = true,
        };
        TestDocument api = TestDocument.FromPaths(
            "/pet: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'common.yaml#/Pet' } } } } } } }"
        );
        GeneratorRun run = GeneratorHost.Generate(api, common).AssertNoDiagnostics().AssertCompiles();

        Assert.Equal(["Acme.Sample.PetResource.g.cs", "Acme.Sample.SampleClient.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("record Pet", run.Sources["Acme.Sample.PetResource.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_file_without_a_known_line_is_pointed_to_as_a_whole()
    {
        TestDocument document = TestDocument.Score.With("Models", "struct") with { ProjectLine = "" };
        Assert.Equal(
            "/project/Acme.csproj: (0,0)-(0,0)",
            Assert.Single(GeneratorHost.Generate(document).Diagnostics).Location.GetLineSpan().ToString()
        );
    }

    // The item is in the project file, and so is what is wrong with it.
    private static void AssertAtItem(Diagnostic diagnostic) =>
        Assert.Equal("/project/Acme.csproj: (11,0)-(11,0)", diagnostic.Location.GetLineSpan().ToString());

    private static void AssertAtStart(Diagnostic diagnostic, string path)
    {
        Assert.Equal(path, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(0, diagnostic.Location.SourceSpan.Start);
    }
}
