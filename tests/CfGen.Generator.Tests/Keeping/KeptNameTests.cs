using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>Names of a listing that stay where the rules would give others: code that was written against the old client compiles.</summary>
public class KeptNameTests
{
    private const string ListingPath = "/project/client.api.txt";

    /// <summary>Code that uses the client of <see cref="s_pets"/>, with each name that a change below would move.</summary>
    private const string Code = """
        using System.Threading.Tasks;
        using Acme.Sample;

        internal static class Program
        {
            public static async Task UseAsync(SampleClient client, SampleClientOptions options)
            {
                options.ApiKey = "key";
                Pet pet = await client.Pets.ListAsync(limit: 3, new PetsListParameters { Tag = "a" });
                PetOwner? owner = pet.Owner;
                string? street = owner?.Address?.Street;
                Kind kind = Kind.Cat;
                Kind.Known known = kind.AsKnown switch { Kind.Known.Cat => Kind.Known.Dog, _ => Kind.Known.Unrecognized };
                await client.Pets.CreateAsync(new Pet { Name = "Tom", Kind = kind, State = PetState.Open });
                PetsResource pets = client.Pets;
                Pet one = await pets.GetAsync(id: "1");
                Thing thing = new(one);
                string text = thing.Match(pet: p => p.Name, box: b => b.Size ?? "", unknown: _ => "");
            }
        }
        """;

    internal static TestDocument Pets => s_pets;

    private static readonly TestDocument s_pets = TestDocument
        .FromPaths(
            """
            /pets:
              get:
                operationId: listPets
                parameters:
                - { name: limit, in: query, required: true, schema: { type: integer, format: int32 } }
                - { name: tag, in: query, schema: { type: string } }
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
              post:
                operationId: addPet
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                responses: { '204': { description: ok } }
            /pets/{id}:
              get:
                parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            /things:
              get:
                operationId: getThing
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            """,
            """
            security: [ { key: [] } ]
            components:
              securitySchemes:
                key: { type: apiKey, in: header, name: X-Key }
              schemas:
                Thing: { oneOf: [ { $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Box' } ] }
                Box: { type: object, required: [ size ], properties: { size: { type: string, nullable: true } } }
                Pet:
                  type: object
                  required: [ name, kind ]
                  properties:
                    name: { type: string, maxLength: 10 }
                    kind: { $ref: '#/components/schemas/Kind' }
                    state: { type: string, enum: [ open, sold ] }
                    owner: { type: object, properties: { address: { type: object, properties: { street: { type: string } } } } }
                Kind: { type: string, enum: [ cat, dog ] }
            """
        )
        .With("ApiListing", ListingPath);

    /// <summary>The changes: the texts that are replaced, and a name that stays, with the name that the rules give.</summary>
    public static TheoryData<string, string[], string, string> Changes =>
        new()
        {
            { "path", ["  /pets:", "  /animals:"], "Pets.ListAsync", "Animals.GetAsync" },
            { "paths", ["  /pets", "  /v2/zoo/animals"], "Pets.CreateAsync", "Zoo.Animals.CreateAsync" },
            { "segment", ["  /pets", "  /zoo/pets", "  /things:", "  /pets/things:"], "Pets.ListAsync", "Zoo.Pets.ListAsync" },
            {
                "another resource of the name",
                [
                    "  /things:",
                    "  /stores/{store}/pets:\n    get:\n      parameters: [ { name: store, in: path, required: true, schema: { type: string } } ]\n      responses: { '204': { description: ok } }\n  /things:",
                ],
                "",
                ""
            },
            { "component", ["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"], "Pet", "Animal" },
            {
                "component and places",
                ["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"],
                "PetOwnerAddress",
                "AnimalOwnerAddress"
            },
            { "case", ["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"], "Thing.Pet", "Thing.Animal" },
            {
                "component with the name of an inline type",
                [
                    "    Kind: {",
                    "    PetOwner: { type: object, properties: { iban: { type: string } } }\n    Bank: { type: object }\n    Kind: {",
                    "size: {",
                    "bank: { $ref: '#/components/schemas/PetOwner' }, size: {",
                ],
                "PetOwner",
                "PetOwnerModel"
            },
            { "value", ["[ cat, dog ]", "[ fox, cat, dog ]"], "", "" },
            { "value of the same name", ["[ cat, dog ]", "[ CAT, cat, dog ]"], "", "" },
            { "property of the same name", ["        name: {", "        Name: { type: string }\n        name: {"], "", "" },
            {
                "parameter of the same name",
                ["    - { name: tag,", "    - { name: Limit, in: header, schema: { type: string } }\n      - { name: tag,"],
                "",
                ""
            },
            {
                "parameter of a path",
                ["/pets/{id}:", "/pets/{petId}:", "{ name: id, in: path", "{ name: petId, in: path"],
                "GetAsync(id)",
                "GetAsync(petId)"
            },
            { "operation id", ["operationId: listPets", "operationId: searchAnimals"], "", "" },
            {
                "operation ids of each other",
                [
                    "operationId: listPets",
                    "operationId: x",
                    "operationId: getThing",
                    "operationId: listPets",
                    "operationId: x",
                    "operationId: getThing",
                ],
                "",
                ""
            },
            {
                "operation with a shorter name",
                [
                    "  /things:",
                    "  /things/pets:\n    get:\n      operationId: listPets2\n      responses: { '204': { description: ok } }\n  /things:",
                ],
                "",
                ""
            },
            {
                "path, and parameter of a path",
                [
                    "/pets/{id}:\n    get:\n",
                    "/v2/zoo/animals/{petId}:\n    get:\n      operationId: GET /pets/{id}\n",
                    "{ name: id, in: path",
                    "{ name: petId, in: path",
                ],
                "GetAsync(id)",
                "GetAsync(petId)"
            },
            {
                "component with the name of another one",
                [
                    "schemas/Pet'",
                    "schemas/Animal'",
                    "    Pet:",
                    "    Animal:",
                    "    Kind: {",
                    "    Pet: { type: object, properties: { csv: { type: string } } }\n    Kind: {",
                    "size: {",
                    "pets: { $ref: '#/components/schemas/Pet' }, size: {",
                ],
                "Pet",
                "Animal"
            },
            {
                "credential",
                ["  securitySchemes:", "  securitySchemes:\n    other: { type: apiKey, in: header, name: X-Other }"],
                "SampleClientOptions.ApiKey",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Code_compiles_after_the_change(string change, string[] texts, string name, string ruleName)
    {
        TestDocument changed = Change(texts);
        GeneratorRun run = new GeneratorHost(changed, List(s_pets)).EditCode(Code).Run().AssertCompiles();

        Assert.DoesNotContain(run.Diagnostics, d => GetMessage(d).Contains("breaks the source", StringComparison.Ordinal));
        if (ruleName.Length > 0)
            Assert.Contains(
                run.Diagnostics,
                d =>
                    d.Id == "CFG5047"
                    && GetMessage(d)
                        .StartsWith($"The name {name} is that of the listing. The naming rules give {ruleName}.", StringComparison.Ordinal)
            );
        Assert.All(
            run.Diagnostics.Where(d => d.Id is "CFG5047" or "CFG5048"),
            d => Assert.Equal(changed.Path, d.Location.GetLineSpan().Path)
        );
        Assert.NotEmpty(change);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_listing_that_is_written_keeps_them(string change, string[] texts, string name, string ruleName)
    {
        TestDocument changed = Change(texts);
        TestDocument written = List(changed, List(s_pets));
        GeneratorRun run = new GeneratorHost(changed, written).EditCode(Code).Run().AssertCompiles();

        Assert.All(run.Diagnostics, d => Assert.Contains(d.Id, (string[])["CFG5047", "CFG5048"]));
        Assert.Equal(written.Text, List(changed, written).Text);
        Assert.Equal(
            ruleName.Length > 0,
            run.Diagnostics.Any(d => GetMessage(d).StartsWith($"The name {name} is that", StringComparison.Ordinal)) && name.Length > 0
        );
        Assert.NotEmpty(change);
    }

    [Fact]
    public void Without_a_listing_the_names_are_those_of_the_rules()
    {
        GeneratorRun run = GeneratorHost.Generate(
            Change(["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"]).With("ApiListing", "")
        );
        Assert.Contains(run.Sources.Values, t => t.Contains("partial record Animal ", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_values_stay_and_are_not_given_again()
    {
        TestDocument listing = List(s_pets.Replace("[ cat, dog ]", "[ cat, dog, fox ]"));
        GeneratorRun run = GeneratorHost.Generate(s_pets.Replace("[ cat, dog ]", "[ owl, fox, cat ]"), listing).AssertCompiles();

        string text = Assert.Single(run.Sources.Values, t => t.Contains("record struct Kind ", StringComparison.Ordinal));
        Assert.Contains("""new _core::OpenEnumTable("cat", "fox", "owl").WithNumbers(1, 3, 4);""", text, StringComparison.Ordinal);
        Assert.Matches("""Unrecognized,[^,]*Cat = 1,[^,]*Fox = 3,[^,]*Owl = 4,""", text);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG5015");
    }

    [Fact]
    public void A_value_that_is_added_at_the_front_has_the_last_number()
    {
        GeneratorRun run = GeneratorHost.Generate(s_pets.Replace("[ cat, dog ]", "[ owl, cat, dog ]"), List(s_pets)).AssertCompiles();

        string text = Assert.Single(run.Sources.Values, t => t.Contains("record struct Kind ", StringComparison.Ordinal));
        Assert.Contains("""new _core::OpenEnumTable("cat", "dog", "owl");""", text, StringComparison.Ordinal);
        Assert.Matches("""Unrecognized,[^,]*Cat,[^,]*Dog,[^,]*Owl,""", text);
    }

    [Fact]
    public void The_Names_file_and_the_document_precede_the_listing()
    {
        TestDocument names = new("/project/names.json", """{ "listPets": "animals.all" }""") { IsNames = true };
        TestDocument changed = s_pets
            .Replace("operationId: addPet", "operationId: addPet\n      x-cfgen-name: animals.add")
            .With("Names", names.Path);
        string listing = List(changed, List(s_pets), names).Text;

        Assert.Contains("AnimalsResource.AllAsync method", listing, StringComparison.Ordinal);
        Assert.Contains("AnimalsResource.AddAsync method", listing, StringComparison.Ordinal);
        Assert.Contains("PetsResource.GetAsync method", listing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_keeps_its_name_next_to_another_resource_of_that_name()
    {
        const string Paths =
            "/zoo/pets/{id}: { parameters: [ { name: id, in: path, required: true, schema: { type: string } } ], delete: { operationId: a, responses: { '204': { description: ok } } } }\n";
        const string Added =
            "/farm/pets/{id}: { parameters: [ { name: id, in: path, required: true, schema: { type: string } } ], delete: { operationId: b, responses: { '204': { description: ok } } } }\n";
        TestDocument old = TestDocument.FromPaths(Paths).With("ApiListing", ListingPath);
        TestDocument changed = TestDocument.FromPaths(Paths + Added).With("ApiListing", ListingPath);

        Assert.Contains("\nZooResource.Pets resource type=PetsResource\n", List(old).Text, StringComparison.Ordinal);
        Assert.Contains("\nZooResource.Pets resource type=ZooPetsResource\n", List(changed).Text, StringComparison.Ordinal);
        string written = List(changed, List(old)).Text;
        Assert.Contains("\nZooResource.Pets resource type=PetsResource\n", written, StringComparison.Ordinal);
        Assert.Contains("\nFarmResource.Pets resource type=FarmPetsResource\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_keeps_its_name_and_its_variable_next_to_another_one()
    {
        TestDocument old = s_pets.Replace("[ { key: [] } ]", "[ { vault: [] } ]").Replace("    key: {", "    vault: {");
        TestDocument changed = old.Replace(
                "  securitySchemes:",
                "  securitySchemes:\n    other: { type: apiKey, in: header, name: X-Other }"
            )
            .Replace("[ { vault: [] } ]", "[ { vault: [] }, { other: [] } ]");
        Assert.DoesNotContain("SampleClientOptions.ApiKey credential", List(changed).Text, StringComparison.Ordinal);
        string listed = List(old)
            .Text.Split('\n')
            .Single(l => l.StartsWith("SampleClientOptions.ApiKey credential", StringComparison.Ordinal));
        Assert.Contains("\n" + listed + "\n", List(changed, List(old)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_the_names_that_stay()
    {
        TestDocument changed = Change(["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"]);
        GeneratorRun run = new GeneratorHost(changed, List(s_pets)).WithReport().Run();

        Assert.Contains(
            run.Diagnostics,
            d =>
                d.Id == "CFG4001"
                && GetMessage(d).EndsWith("the name Pet is that of the listing, and the naming rules give Animal", StringComparison.Ordinal)
        );
    }

    internal static TestDocument Change(string[] texts)
    {
        TestDocument document = s_pets;
        for (int i = 0; i < texts.Length; i += 2)
            document = document.Replace(texts[i], texts[i + 1]);
        return document;
    }

    /// <summary>Returns the listing of a document as the file of its item.</summary>
    internal static TestDocument List(params TestDocument[] documents)
    {
        GeneratorRun run = new GeneratorHost(documents).WithWrittenListings().Run();
        return new TestDocument(ListingPath, ListingSource.TryRead(run.Sources.Values.Single())!.Value.Value) { IsListing = true };
    }

    private static string GetMessage(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
