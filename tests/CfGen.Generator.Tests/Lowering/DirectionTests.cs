using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Lowering;

/// <summary>The required members of a type depend on its direction: sent, received or both.</summary>
public class DirectionTests
{
    private const string Put =
        "put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '204': { description: ok } } }";

    private const string Get =
        "get: { operationId: get-thing, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }";

    [Theory]
    [InlineData(Get, "Id Name")]
    [InlineData(Put, "Name Secret")]
    [InlineData(Put + ", " + Get, "Name")]
    public void A_property_of_one_direction_is_required_in_types_of_that_direction_only(string operations, string required) =>
        Assert.Equal(required, string.Join(' ', Properties(operations).Where(p => p.IsRequired).Select(p => p.Name)));

    [Theory]
    [InlineData(Get, "Id Name Note")]
    [InlineData(Put, "Name Secret Note")]
    [InlineData(Put + ", " + Get, "Id Name Secret Note")]
    public void A_property_of_the_other_direction_is_not_there(string operations, string properties) =>
        Assert.Equal(properties, string.Join(' ', Properties(operations).Select(p => p.Name)));

    [Theory]
    [InlineData(Get, false)]
    [InlineData(Put, true)]
    [InlineData(Put + ", " + Get, true)]
    public void A_nullable_property_is_sent_as_null_on_demand_in_types_that_are_sent(string operations, bool hasWithNull)
    {
        IPropertySymbol note = Properties(operations).Single(p => p.Name == "Note");

        Assert.Equal(("string?", hasWithNull), (note.Type.ToDisplayString(), note.ContainingType.GetMembers("WithNull").Length == 1));
    }

    private static IEnumerable<IPropertySymbol> Properties(string operations) =>
        GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        $"/things: {{ {operations} }}",
                        """
                        components:
                          schemas:
                            Thing:
                              type: object
                              required: [id, name, secret]
                              properties:
                                id: { type: string, readOnly: true }
                                name: { type: string }
                                secret: { type: string, writeOnly: true }
                                note: { type: string, nullable: true }
                        """
                    )
                    .With("Namespace", "Acme.Sample")
            )
            .AssertCompiles()
            .Output.GetTypeByMetadataName("Acme.Sample.Thing")!
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Where(p => p.DeclaredAccessibility == Accessibility.Public);
}
