using CfGen.Generator.Documents;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Tests.Documents;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Naming.Operations;

/// <summary>
/// <c>Naming="operationId"</c>: the resource of the tag, and the method of the id. A line is <c>METHOD path | tag | id</c>.
/// </summary>
public sealed class OperationIdNamingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("GET /pet/{petId} | pet | getPetById", "Pet.GetPetById")]
    [InlineData("GET /pet/findByStatus | pet | findPetsByStatus", "Pet.FindPetsByStatus")]
    [InlineData("GET /animals | Pets | Pets_List", "Pets.List")]
    [InlineData("GET /animals | pets | pets.list", "Pets.List")]
    [InlineData("GET /animals | pets | pets-list", "Pets.List")]
    [InlineData("GET /animals | pets | pet_list", "Pets.List")]
    [InlineData("GET /animals | Pet Owners | petOwnersList", "PetOwners.List")]
    // The id is the tag itself.
    [InlineData("GET /animals | pets | pets", "Pets.Pets")]
    [InlineData("GET /animals | pets | listPetsAsync", "Pets.ListPets")]
    // Without a tag: the first segment that is a word.
    [InlineData("GET /api/v1/animals/{id} | | getAnimal", "Animals.GetAnimal")]
    [InlineData("GET /{id} | | getThing", ".GetThing")]
    [InlineData("GET / | | ping", ".Ping")]
    // Without an id, or with one that names nothing: the path.
    [InlineData("GET /pets/{id} | animals |", "Pets.Get")]
    [InlineData("GET /pets/{id} | animals | --", "Pets.Get")]
    [InlineData("GET /animals | pets | class", "Pets.Class")]
    [InlineData("GET /animals | pets | 2fa", "Pets.Value2fa")]
    public void Operation_gets_name(string operation, string name) => Assert.Equal([name], DeriveNames(operation));

    [Theory]
    [InlineData("GET /a | pets | getPet; GET /b | pets | getpet", "Pets.GetPet; Pets.Getpet")]
    [InlineData("GET /a | pets | getPet; GET /b | pets | get_pet", "Pets.GetPet; Pets.GetPetB")]
    // The first of two equal ids names its operation.
    [InlineData("GET /a | pets | getPet; GET /b | pets | getPet", "Pets.GetPet; B.Get")]
    // The path of one is the id of the other.
    [InlineData("GET /pets/{id} | |; GET /b | pets | get", "Pets.GetById; Pets.Get")]
    public void Colliding_names_become_unique(string operations, string names)
    {
        Assert.Equal(names.Split("; "), DeriveNames(operations.Split("; ")));
        if (!operations.Contains("getPet; GET /b | pets | getPet", StringComparison.Ordinal))
            Assert.Equal(names.Split("; ").Reverse(), DeriveNames([.. operations.Split("; ").Reverse()]));
    }

    [Fact]
    public void Long_ids_give_distinct_names_that_compile()
    {
        string id = new('a', 10_000);
        TestDocument document = TestDocument
            .FromPaths(NamingRulesTests.CreatePaths($"GET /a | pets | {id}x", $"GET /b | pets | {id}y", "GET /c | pets | class"))
            .With("Naming", "operationId");
        GeneratorRun run = GeneratorHost.Generate(document);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(
            3,
            run.Output.GetSymbolsWithName(n => n.EndsWith("Async", StringComparison.Ordinal))
                .Count(s => s.Name != "SendAsync" && !s.Name.Contains("Response", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Names_of_the_document_and_of_the_names_file_win()
    {
        TestDocument names = new("/project/names.json", """{ "getA": "cats.one" }""") { IsNames = true };
        TestDocument document = TestDocument
            .FromPaths(
                "/a: { get: { operationId: getA, tags: [pets], responses: { '204': { description: ok } } } }\n"
                    + "/b: { get: { operationId: getB, tags: [pets], x-cfgen-name: cats.two, responses: { '204': { description: ok } } } }"
            )
            .With("Naming", "OperationID")
            .With("Names", "/project/names.json");
        string code = string.Concat(GeneratorHost.Generate(document, names).Sources.Values);
        Assert.Contains(" OneAsync(", code, StringComparison.Ordinal);
        Assert.Contains(" TwoAsync(", code, StringComparison.Ordinal);
        Assert.DoesNotContain("GetBAsync", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_names_the_operation_that_did_not_get_its_name()
    {
        TestDocument document = TestDocument
            .FromPaths(NamingRulesTests.CreatePaths("GET /a | pets | getPet", "GET /b | pets | get_pet"))
            .With("Naming", "operationId");
        Assert.Contains(
            new GeneratorHost([document]).WithReport().Run().Diagnostics,
            d => d.GetMessage(null).Contains("'GET /b' is Pets.GetPetB, because 'GET /a' is Pets.GetPet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Another_value_is_an_error() =>
        Assert.Contains(
            GeneratorHost.Generate(TestDocument.Score.With("Naming", "tags")).Diagnostics,
            d => d.GetMessage(null).Contains("paths or operationId", StringComparison.Ordinal)
        );

    /// <summary>Real documents compile, and each operation with an id of its own has it in its name.</summary>
    [Theory]
    [InlineData("docker-engine-3.0.yaml")]
    [InlineData("okta-management-oneof.yaml")]
    [InlineData("spotify-web-official.yaml")]
    [InlineData("xero-accounting.yaml")]
    [InlineData("qdrant-1.18.json")]
    public void Real_document_compiles(string name)
    {
        if (SharedData.Find("corpus/" + name, output) is not { } path)
            return;
        TestDocument document = new TestDocument("/project/" + name, File.ReadAllText(path)).With("Naming", "operationId");
        Assert.Empty(GeneratorHost.Generate(document).CompilerDiagnostics);
        IReadOnlyList<OperationOutline> operations = NamingCorpusTests.ReadOperations(CorpusEntry.Load(path));
        Dictionary<OperationKey, OperationName> names = OperationNames.Assign(operations, useIds: true).Names;
        Assert.Equal(operations.Count, names.Values.Select(n => n.Key).Distinct(StringComparer.Ordinal).Count());
        int byId = names.Count(n => n.Key.OperationId is { } id && Flat(id).EndsWith(Flat(n.Value.MethodName), StringComparison.Ordinal));
        output.WriteLine($"{byId} of {names.Count}");
        Assert.InRange(byId, names.Count * 95 / 100, names.Count);

        static string Flat(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    private static string[] DeriveNames(params string[] operations)
    {
        string text = TestDocument.FromPaths(NamingRulesTests.CreatePaths(operations)).Text;
        IReadOnlyList<OperationOutline> found = NamingCorpusTests.ReadOperations(new("/project/api.yaml", SourceText.From(text)));
        Dictionary<OperationKey, OperationName> names = OperationNames.Assign(found, useIds: true).Names;
        return [.. found.Select(o => string.Join('.', names[o.Operation].ResourcePath) + "." + names[o.Operation].MethodName)];
    }
}
