using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding.Types;

/// <summary>A type in a component is called after the component, whichever operation or type leads to it.</summary>
public sealed class ComponentPlaceTests
{
    private const string Item = "{ type: object, properties: { kind: { type: string, enum: [a, b] }, MEMBER: { type: string } } }";

    private const string Components = """
        components:
          responses:
            AllPets: { description: ok, content: { application/json: { schema: { type: object, properties: { pets: { type: array, items: ITEM } } } } } }
            Pet: { description: ok, content: { application/json: { schema: ITEM } } }
            get-200: { description: ok, content: { application/json: { schema: ITEM2 } } }
          requestBodies:
            PetChange: { content: { application/json: { schema: ITEM3 } } }
          parameters:
            Order: { name: sort, in: query, schema: { type: string, enum: [asc, desc] } }
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
            Named: { type: object, properties: { state: { type: string, enum: [on, off] } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { lives: { type: integer } } }] }
        """;

    private const string Paths = """
        /animals:
          parameters: [{ $ref: '#/components/parameters/Order' }]
          get: { responses: { '200': { $ref: '#/components/responses/AllPets' } } }
          post: { requestBody: { $ref: '#/components/requestBodies/PetChange' }, responses: { '200': { $ref: '#/components/responses/Pet' } } }
        /cats/{id}:
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } } } }
          put: { responses: { '200': { $ref: '#/components/responses/get-200' } } }
        """;

    [Fact]
    public void Type_has_name_of_response_body_or_parameter()
    {
        string[] names = GetTypeNames(Paths);
        Assert.Contains("AllPets", names);
        Assert.Contains("AllPetsPet", names);
        Assert.Contains("AllPetsPetKind", names);
        Assert.Contains("PetChange", names);
        Assert.Contains("PetChangeKind", names);
        Assert.Contains("Order", names);
    }

    [Fact]
    public void Response_named_like_a_schema_has_suffix() => Assert.Contains("PetResponse", GetTypeNames(Paths));

    [Fact]
    public void Response_named_after_its_status_has_name_of_operation() => Assert.Contains("CatsUpdateResponse", GetTypeNames(Paths));

    [Fact]
    public void Inherited_member_has_name_of_the_component_that_declares_it()
    {
        string[] names = GetTypeNames(Paths);
        Assert.Contains("NamedState", names);
        Assert.DoesNotContain("CatState", names);
    }

    [Fact]
    public void Another_operation_changes_no_name()
    {
        string[] fewer = GetTypeNames(Paths[..Paths.IndexOf("/cats/{id}:", StringComparison.Ordinal)]);
        Assert.Subset(GetTypeNames(Paths).ToHashSet(), fewer.ToHashSet());
    }

    /// <summary>The result of an envelope belongs to its operation, and to the envelope if two operations have it.</summary>
    [Theory]
    [InlineData("pets: { get: { RESPONSE } }", "PetsGetResponse")]
    [InlineData("pets: { get: { RESPONSE }, put: { RESPONSE } }", "PetUsageResult")]
    public void Result_of_shared_envelope_has_name_of_envelope(string path, string expected)
    {
        const string Response =
            "responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/pet_usage_response' } } } } }";
        const string Envelope =
            "components: { schemas: { pet_usage_response: { type: object, properties: { success: { type: boolean }, errors: { type: array, items: { type: string } }, result: { type: object, properties: { id: { type: string } } } } } } }\n";
        TestDocument document = TestDocument.FromPaths("/" + path.Replace("RESPONSE", Response, StringComparison.Ordinal) + "\n", Envelope);
        Assert.Equal([expected], GetTypeNames(document));
    }

    private static string[] GetTypeNames(string paths)
    {
        string components = Components
            .Replace("ITEM2", Item.Replace("MEMBER", "two", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ITEM3", Item.Replace("MEMBER", "three", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ITEM", Item.Replace("MEMBER", "one", StringComparison.Ordinal), StringComparison.Ordinal);
        return GetTypeNames(TestDocument.FromPaths(paths, components + "\n"));
    }

    /// <summary>The records, enums and unions of a client that compiles.</summary>
    internal static string[] GetTypeNames(TestDocument document)
    {
        GeneratorRun run = GeneratorHost.Generate(document);
        Assert.Empty(run.CompilerDiagnostics);
        return
        [
            .. run
                .Output.GetSymbolsWithName(_ => true, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .Where(t => t.IsRecord && t.ContainingType is null && !t.Name.EndsWith("Parameters", StringComparison.Ordinal))
                .Select(t => t.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
