using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>The <c>Overlay</c> metadata of an item: the client that it gives, its diagnostics, and the cost of an edit.</summary>
public sealed class OverlayMetadataTests
{
    private const string FirstPath = "/project/fix.yaml";
    private const string SecondPath = "/project/more/ours.yaml";

    private static readonly TestDocument s_document = TestDocument.FromPaths(
        """
        /users/{id}:
          get:
            operationId: get-user
            x-cfgen-name: users.get
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
        """,
        "components: { schemas: { User: { type: object, properties: { name: { type: string } } } } }\n"
    );

    [Fact]
    public void The_client_is_that_of_the_document_after_all_overlays()
    {
        GeneratorHost host = new(
            s_document.With("Overlay", $"{FirstPath};{SecondPath}"),
            CreateOverlay(FirstPath, "- { target: $.components.schemas.User.properties, update: { age: { type: string } } }"),
            CreateOverlay(
                SecondPath,
                """
                - { target: $.components.schemas.User.properties.age, update: { type: integer, format: int32 } }
                - target: $.paths
                  update:
                    /teams:
                      get: { operationId: teams, x-cfgen-name: teams.all, responses: { '204': { description: ok } } }
                """
            )
        );
        GeneratorRun run = host.Run().AssertNoDiagnostics();
        // The documentation of an operation says where it is.
        Assert.Contains("ours.yaml", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        host.EditCode(
                """
                namespace Acme; internal static class Use
                {
                    public static System.Threading.Tasks.Task Teams(Sample.SampleClient client) => client.Teams.AllAsync();
                    public static async System.Threading.Tasks.Task<int?> Age(Sample.SampleClient client) => (await client.Users.GetAsync("")).Age;
                }
                """
            )
            .Run()
            .AssertCompiles();
    }

    [Theory]
    [InlineData(
        "- { target: $.components.schemas.User.properties, update: { boss: { $ref: '#/components/schemas/Nobody' } } }",
        "CFG0005",
        "'#/components/schemas/Nobody'"
    )]
    [InlineData(
        "- { target: $.paths, update: { /teams: { post: { operationId: get-user, responses: { '204': { description: ok } } } } } }",
        "CFG0006",
        "get-user"
    )]
    [InlineData(
        "- { target: $.paths, update: { '/copy/{id}': {} } }\n- { target: \"$.paths['/copy/{id}']\", copy: \"$.paths['/users/{id}']\" }",
        "CFG0006",
        "\"$.paths['/users/{id}']\""
    )]
    [InlineData("- { target: $.nowhere, remove: true }", "CFG1090", "$.nowhere")]
    [InlineData("- { target: $.info, update: [ 1 ] }", "CFG1092", "update")]
    [InlineData("- { target: $.paths./users, remove: true }", "CFG2053", "/")]
    [InlineData("- { target: '$.paths[?@.get.x == ]', remove: true }", "CFG2053", "]")]
    [InlineData("- { target: $.info, udpate: {} }", "CFG2050", "udpate")]
    [InlineData("- { target: $.info, remove: yes }", "CFG2049", "yes")]
    [InlineData("- { target: $.info, copy: $.servers, update: {} }", "CFG2052", "$.servers")]
    public void A_problem_of_what_an_overlay_brings_is_in_the_overlay(string actions, string id, string text)
    {
        TestDocument overlay = CreateOverlay(FirstPath, actions);
        GeneratorRun run = GeneratorHost.Generate(s_document.With("Overlay", FirstPath), overlay);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, d => d.Severity > DiagnosticSeverity.Info);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(FirstPath, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(text, overlay.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("", "CFG2043")]
    [InlineData("overlay: [", "CFG2042")]
    [InlineData("- 1", "CFG2046")]
    [InlineData("overlay: 1.0.0\ninfo: { title: a, version: '1' }\nactions: [ { target: $.info, copy: $.paths } ]", "CFG2050")]
    [InlineData("overlay: 1.2.0\ninfo: { title: a, version: '1' }\nactions: [ { target: $.info } ]", "CFG2047")]
    public void A_file_that_is_no_overlay_is_an_error(string text, string id)
    {
        GeneratorRun run = GeneratorHost.Generate(
            s_document.With("Overlay", FirstPath),
            new TestDocument(FirstPath, text) { IsOverlay = true }
        );
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(FirstPath, diagnostic.Location.GetLineSpan().Path);
        run.AssertCompiles();
    }

    [Fact]
    public void Aliases_that_expand_to_too_much_are_an_error()
    {
        string text =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable.Range(1, 8).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        GeneratorRun run = GeneratorHost.Generate(
            s_document.With("Overlay", FirstPath),
            new TestDocument(FirstPath, text) { IsOverlay = true }
        );
        Assert.Equal("CFG2044", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void An_overlay_that_the_compiler_did_not_get_is_at_the_item()
    {
        Diagnostic diagnostic = Assert.Single(
            GeneratorHost
                .Generate(s_document.With("Overlay", $"{FirstPath};{SecondPath}"), CreateOverlay(FirstPath, "- { target: $.info }"))
                .Diagnostics
        );
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(("CFG2045", ProjectOptions.ProjectFile, 11), (diagnostic.Id, span.Path, span.StartLinePosition.Line));
        Assert.Contains(SecondPath, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Extends_reaches_a_document_that_is_referred_to()
    {
        TestDocument document = s_document.Replace("'#/components/schemas/User'", "'models/common.yaml#/User'").With("Overlay", FirstPath);
        TestDocument common = new("/project/models/common.yaml", "User: { type: object, properties: { name: { type: string } } }\n")
        {
            IsReference = true,
        };
        const string Age = "- { target: $.User.properties, update: { age: { type: boolean } } }\n";
        const string Extends = "extends: models/common.yaml\n";
        GeneratorRun run = GeneratorHost
            .Generate(document, common, CreateOverlay(FirstPath, Age + "- { target: $.paths, remove: true }", Extends))
            .AssertCompiles();
        Assert.Contains("bool? Age", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        Diagnostic unmatched = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG1090", FirstPath), (unmatched.Id, unmatched.Location.GetLineSpan().Path));

        TestDocument broken = CreateOverlay(FirstPath, Age.Replace("type: boolean", "$ref: '#/Nobody'", StringComparison.Ordinal), Extends);
        Diagnostic unresolved = Assert.Single(GeneratorHost.Generate(document, common, broken).Diagnostics);
        Assert.Equal(("CFG0005", FirstPath), (unresolved.Id, unresolved.Location.GetLineSpan().Path));
    }

    [Fact]
    public void An_edit_of_an_overlay_reads_its_document_again_and_no_other()
    {
        TestDocument other = TestDocument.Score.With("Overlay", SecondPath);
        TestDocument overlay = CreateOverlay(FirstPath, "- { target: $.info, update: { description: One } }");
        GeneratorHost host = new(
            s_document.With("Overlay", FirstPath),
            other,
            overlay,
            CreateOverlay(SecondPath, "- { target: $.info, update: { description: Two } }")
        );
        host.Run().AssertNoDiagnostics();
        GeneratorRun run = host.Edit(
                overlay.Replace(
                    "$.info, update: { description: One }",
                    "$.components.schemas.User.properties, update: { age: { type: integer } }"
                )
            )
            .Run();
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            run.GetStepOutputs(Steps.Clients).Select(o => o.Reason).Order()
        );
        Assert.Contains(run.SourceOutputs.Values, r => r == IncrementalStepRunReason.Modified);
        Assert.Contains("Age", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_can_lead_to_a_document_that_the_stages_after_it_do_not_accept()
    {
        TestDocument overlay = CreateOverlay(FirstPath, "- { target: $.openapi, update: 9.9.9 }");
        Diagnostic diagnostic = Assert.Single(GeneratorHost.Generate(s_document.With("Overlay", FirstPath), overlay).Diagnostics);
        Assert.Equal(("CFG0004", FirstPath), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
    }

    private static TestDocument CreateOverlay(string path, string actions, string more = "") =>
        new(path, $"{OverlaidDocument.Head}{more}actions:\n{actions}\n") { IsOverlay = true };
}
