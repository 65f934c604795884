using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Configuration;

/// <summary>The file of an item's <c>Names</c> metadata: its names, its diagnostics, and the work after an edit.</summary>
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
    [InlineData(
        """{ "nobody": "a.b" }""",
        "CFG2007",
        "(1,13)",
        "The entry 'nobody' of the Names file matches no operation of the document (#/nobody)."
    )]
    [InlineData("""{ "GET /nowhere": "a.b" }""", "CFG2007", "(1,19)", "The entry 'GET /nowhere' of the Names file matches no operation")]
    [InlineData(
        "{\n  \"get-user\": \"a..b\" }",
        "CFG2031",
        "(2,15)",
        "The entry 'get-user' of the Names file has 'a..b', which is not a name (#/get-user). The name is derived from the document"
    )]
    [InlineData(
        """{ "get-user": "teams.all" }""",
        "CFG2008",
        "(1,15)",
        "The name 'teams.all' of the entry 'get-user' of the Names file is already the name of 'teams' (#/get-user)."
    )]
    [InlineData(
        "{ \"get-user\": \"a.b\",\n\"teams\": \"a.b\" }",
        "CFG2008",
        "(2,10)",
        "The name 'a.b' of the entry 'teams' of the Names file is already the name of 'get-user'"
    )]
    [InlineData(
        """{ "get-user": "a.b", "GET /users/{user_id}": "a.c" }""",
        "CFG2030",
        "(1,46)",
        "The entry 'GET /users/{user_id}' of the Names file names the same operation as the entry 'get-user'"
    )]
    [InlineData(
        """{ "get-user": 1 }""",
        "CFG2020",
        "(1,15)",
        "The entry 'get-user' of the Names file is neither a name nor an object (#/get-user). It is ignored"
    )]
    [InlineData(
        """{ "get-user": { "nmae": "a.b" } }""",
        "CFG2021",
        "(1,25)",
        "The entry 'get-user' of the Names file has the unknown member 'nmae' (#/get-user/nmae)."
    )]
    [InlineData(
        """{ "get-user": { "name": {} } }""",
        "CFG2022",
        "(1,17)",
        "The 'name' of the entry 'get-user' of the Names file is not a string (#/get-user/name)."
    )]
    [InlineData(
        "{ \"get-user\": {\n  \"parameters\": [] } }",
        "CFG2023",
        "(2,3)",
        "The 'parameters' of the entry 'get-user' of the Names file are not an object (#/get-user/parameters)."
    )]
    [InlineData(
        "{ \"get-user\": { \"parameters\": {\n  \"fields\": 1 } } }",
        "CFG2024",
        "(2,13)",
        "The name of the parameter 'fields' in the entry 'get-user' of the Names file is not a string"
    )]
    [InlineData(
        """{ "get-user": { "parameters": { "feilds": "only" } } }""",
        "CFG2025",
        "(1,43)",
        "The operation of the entry 'get-user' of the Names file has no parameter 'feilds' (#/get-user/parameters/feilds). The name is ignored; the parameters of the operation are: 'user_id', 'user_id', 'fields'."
    )]
    [InlineData("""{ "teams": { "parameters": { "id": "team" } } }""", "CFG2025", "(1,36)", "the parameters of the operation are: none.")]
    [InlineData(
        """{ "get-user": { "parameters": { "user_id": "user" } } }""",
        "CFG2026",
        "(1,44)",
        "has the parameter 'user_id' at several locations (#/get-user/parameters/user_id). The parameters keep their names; write the location before the name: 'path user_id' or 'query user_id'."
    )]
    [InlineData(
        """{ "get-user": { "parameters": { "fields": "_" } } }""",
        "CFG2027",
        "(1,43)",
        "The name '_' of the parameter 'fields' in the entry 'get-user' of the Names file has no letter or digit"
    )]
    [InlineData(
        """{ "get-user": { "parameters": { "fields": "options" } } }""",
        "CFG2028",
        "(1,43)",
        "The parameter 'fields' in the entry 'get-user' of the Names file cannot have the name 'options', because the method"
    )]
    [InlineData("""{ "get-user": { "parameters": { "fields": "user_id" } } }""", "CFG2028", "(1,43)", "cannot have the name 'userId'")]
    [InlineData("""{ "get-user": { "parameters": { "fields": "equals" } } }""", "CFG2028", "(1,43)", "cannot have the name 'equals'")]
    [InlineData(
        "[]",
        "CFG2018",
        "(1,1)",
        "The root of the Names file '/project/names.json' is not an object (#). The client is generated without it"
    )]
    [InlineData("", "CFG2017", "(1,1)", "The Names file '/project/names.json' is empty (#). The client is generated without it")]
    [InlineData("{ \"get-user\": ", "CFG2006", "(1,15)", "The Names file '/project/names.json' is not valid JSON or YAML: ")]
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
            d => d.Id == "CFG2029"
        );
        Assert.Equal(
            "The entry 'get-user' of the Names file names 2 operations, which have the same operationId (#/get-user). "
                + "It is ignored; write the method and the path instead, such as 'GET /users/{user_id}'.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
        );
        Assert.Equal(
            (NamesPath, 0, 14),
            (
                diagnostic.Location.GetLineSpan().Path,
                diagnostic.Location.GetLineSpan().StartLinePosition.Line,
                diagnostic.Location.GetLineSpan().StartLinePosition.Character
            )
        );
    }

    [Fact]
    public void Aliases_that_expand_to_too_much_are_reported()
    {
        string text =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable.Range(1, 8).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        Diagnostic diagnostic = Assert.Single(Host(text).Run().Diagnostics);
        Assert.Equal(("CFG2041", NamesPath), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.NotEqual(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains(
            "write the values instead of aliases.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
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
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(("CFG2019", ProjectOptions.ProjectFile, 11), (diagnostic.Id, span.Path, span.StartLinePosition.Line));
        Assert.Equal(
            $"The compiler did not receive the Names file '{NamesPath}'. The client is generated without it; keep the file among the AdditionalFiles of the project.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
        );
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
