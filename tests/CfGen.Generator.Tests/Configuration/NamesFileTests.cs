using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Configuration;

/// <summary>The file of an item's <c>Names</c> metadata: what it may say, what is wrong with it and where, and what an edit of it costs.</summary>
public sealed class NamesFileTests
{
    private const string NamesPath = "/project/names.json";

    private static readonly TestDocument s_document = TestDocument
        .FromPaths(
            """
            /users/{user_id}:
              get:
                operationId: get-user
                x-cfgen-name: people.find
                parameters:
                  - { name: user_id, in: path, required: true, schema: { type: string } }
                  - { name: user_id, in: query, schema: { type: string } }
                  - { name: fields, in: query, schema: { type: string } }
                responses: { '200': { description: ok } }
              delete:
                parameters:
                  - { name: user_id, in: path, required: true, schema: { type: string } }
                responses: { '200': { description: ok } }
            /teams: { get: { operationId: teams, x-cfgen-name: teams.all, responses: { '200': { description: ok } } } }
            """
        )
        .With("Names", NamesPath);

    [Theory]
    [InlineData("""{ "get-user": "accounts.users.read" }""", "client.Accounts.Users.ReadAsync(\"\")")]
    [InlineData("""{ "GET /users/{user_id}": { "name": "accounts.users.read" } }""", "client.Accounts.Users.ReadAsync(\"\")")]
    [InlineData("get-user: accounts.users.read # YAML", "client.Accounts.Users.ReadAsync(\"\")")]
    [InlineData("""{ "delete /users/{user_id}": "users.remove" }""", "client.Users.RemoveAsync(\"\")")]
    [InlineData("""{ "delete /users/{user_id}": { "parameters": { "user_id": "user" } } }""", "client.Users.DeleteAsync(user: \"\")")]
    [InlineData(
        """{ "get-user": { "parameters": { "path user_id": "user", "query user_id": "as_user", "fields": "Only" } } }""",
        "client.People.FindAsync(user: \"\", new Sample.PeopleFindParameters { AsUser = \"\", Only = \"\" })"
    )]
    // One takes the name that another gives up.
    [InlineData("""{ "get-user": "teams.all", "teams": "people.find" }""", "client.Teams.AllAsync(\"\")")]
    [InlineData("{}", "client.People.FindAsync(\"\")")]
    public void Names_of_the_file_are_used(string names, string call)
    {
        GeneratorHost host = Host(names);
        host.Run().AssertNoDiagnostics();
        host.EditCode($$"""namespace Acme; internal static class Use { public static void Of(Sample.SampleClient client) => {{call}}; }""")
            .Run()
            .AssertCompiles();
    }

    [Theory]
    [InlineData("""{ "nobody": "a.b" }""", "CFG2007", "(1,13)", "'nobody'")]
    [InlineData("""{ "GET /nowhere": "a.b" }""", "CFG2007", "(1,19)", "'GET /nowhere'")]
    [InlineData("{\n  \"get-user\": \"a..b\" }", "CFG2008", "(2,15)", "'a..b' is not a name")]
    [InlineData("""{ "get-user": "teams.all" }""", "CFG2008", "(1,15)", "already the name of 'teams'")]
    [InlineData("{ \"get-user\": \"a.b\",\n\"teams\": \"a.b\" }", "CFG2008", "(2,10)", "already the name of 'get-user'")]
    [InlineData("""{ "get-user": "a.b", "GET /users/{user_id}": "a.c" }""", "CFG2008", "(1,46)", "'get-user' is the same operation")]
    [InlineData("""{ "get-user": 1 }""", "CFG2008", "(1,15)", "neither a name nor an object")]
    [InlineData("""{ "get-user": { "nmae": "a.b" } }""", "CFG2008", "(1,25)", "it has 'nmae'")]
    [InlineData("""{ "get-user": { "name": {} } }""", "CFG2008", "(1,17)", "its 'name' is not a string")]
    [InlineData(
        """{ "get-user": { "parameters": { "feilds": "only" } } }""",
        "CFG2008",
        "(1,43)",
        "no parameter 'feilds'; it has 'user_id', 'user_id', 'fields'"
    )]
    [InlineData(
        """{ "get-user": { "parameters": { "user_id": "user" } } }""",
        "CFG2008",
        "(1,44)",
        "write 'path user_id' or 'query user_id'"
    )]
    [InlineData("""{ "get-user": { "parameters": { "fields": "options" } } }""", "CFG2008", "(1,43)", "cannot have the name 'options'")]
    [InlineData("""{ "get-user": { "parameters": { "fields": "user_id" } } }""", "CFG2008", "(1,43)", "cannot have the name 'userId'")]
    [InlineData("""{ "get-user": { "parameters": { "fields": "equals" } } }""", "CFG2008", "(1,43)", "cannot have the name 'equals'")]
    [InlineData("""{ "get-user": { "parameters": { "fields": "_" } } }""", "CFG2008", "(1,43)", "'_' is not a name for a parameter")]
    [InlineData("[]", "CFG2006", "(1,1)", "not an object")]
    [InlineData("", "CFG2006", "(1,1)", "empty")]
    [InlineData("{ \"get-user\": ", "CFG2006", "(1,15)", NamesPath)]
    [InlineData("{ \"teams\": \"a.b\", \"teams\": \"a.c\" }", "CFG0011", "(1,19)", "'teams'")]
    public void An_invalid_entry_is_reported_at_its_line_and_the_rest_is_generated(string names, string id, string place, string message)
    {
        GeneratorRun run = Host(names).Run();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            (NamesPath, place),
            (
                span.Path,
                string.Create(CultureInfo.InvariantCulture, $"({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})")
            )
        );
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        run.AssertCompiles();
        Assert.Contains("Acme.Sample.SampleClient.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void An_ambiguous_id_is_reported_with_the_way_to_write_it()
    {
        TestDocument twice = s_document.Replace("operationId: teams", "operationId: get-user");
        Diagnostic diagnostic = Assert.Single(
            new GeneratorHost(twice, CreateNamesFile("""{ "get-user": "a.b" }""")).Run().Diagnostics,
            d => d.Id == "CFG2008"
        );
        Assert.Contains("write 'GET /users/{user_id}'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_an_unselected_operation_is_valid() =>
        new GeneratorHost(
            s_document.With("Operations", "id:teams"),
            CreateNamesFile("""{ "get-user": { "name": "a.b", "parameters": { "fields": "only" } }, "teams": "a.c" }""")
        )
            .Run()
            .AssertNoDiagnostics()
            .AssertCompiles();

    [Fact]
    public void A_missing_names_file_is_reported()
    {
        Diagnostic diagnostic = Assert.Single(GeneratorHost.Generate(s_document).Diagnostics);
        Assert.Equal(("CFG2006", ProjectOptions.ProjectFile), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Contains(NamesPath, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_the_file_regenerates_only_its_document()
    {
        GeneratorHost host = new(TestDocument.RiskScoring, s_document, CreateNamesFile("""{ "teams": "a.b" }"""));
        host.Run();
        GeneratorRun second = host.Edit(CreateNamesFile("""{ "teams": "a.c" }""")).Run();

        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            second.GetStepOutputs(Steps.Clients).Select(o => o.Reason)
        );
        Assert.Equal(
            ["Acme.Sample.AResource.g.cs"],
            second.SourceOutputs.Where(u => u.Value != IncrementalStepRunReason.Cached).Select(u => u.Key)
        );

        // What looks different and says the same emits nothing.
        GeneratorRun third = host.Edit(CreateNamesFile("# YAML\nteams: a.c")).Run();
        Assert.All(third.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static GeneratorHost Host(string names) => new(s_document, CreateNamesFile(names));

    private static TestDocument CreateNamesFile(string text) => new(NamesPath, text) { IsNames = true };
}
