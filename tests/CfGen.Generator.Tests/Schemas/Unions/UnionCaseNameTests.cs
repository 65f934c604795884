using CfGen.Generator.Tests.Binding.Types;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Schemas.Unions;

/// <summary>The inline cases of a union are called after what is in them.</summary>
public sealed class UnionCaseNameTests
{
    [Theory]
    // The kind of JSON.
    [InlineData("{ type: string, enum: [auto, off] }, { type: object, properties: { a: { type: string } } }", "ShopString")]
    [InlineData("{ type: integer }, { type: array, items: { type: object, properties: { a: { type: string } } } }", "ShopItem")]
    [InlineData(
        "{ type: integer }, { type: object, additionalProperties: { type: object, properties: { a: { type: string } } } }",
        "ShopMapValue"
    )]
    // The title of the elements.
    [InlineData(
        "{ type: integer }, { type: array, items: { type: object, title: line item, properties: { a: { type: string } } } }",
        "ShopLineItem"
    )]
    // A required constant that only one case has, before a required member.
    [InlineData(
        "{ type: object, required: [id, type], properties: { id: { type: string }, type: { type: string, enum: [step.started] }, x: { type: string } } }, "
            + "{ type: object, required: [id, type], properties: { id: { type: string }, type: { type: string, enum: [step.ended] }, x: { type: string } } }, "
            + "{ type: object, required: [id], properties: { id: { type: string } } }",
        "ShopStepStarted"
    )]
    public void Case_is_called_after_its_content(string cases, string expected) =>
        Assert.Contains(GetTypeNames(cases), n => n.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Case_without_content_of_its_own_has_a_number() =>
        Assert.Contains(
            "ShopVariant1",
            GetTypeNames(
                "{ type: object, properties: { a: { type: string } } }, { type: object, properties: { a: { type: integer }, b: { type: string } } }"
            )
        );

    private static string[] GetTypeNames(string cases) =>
        ComponentPlaceTests.GetTypeNames(
            TestDocument.FromPaths(
                $$"""
                /shops:
                  get:
                    responses:
                      '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } }
                """,
                $"components: {{ schemas: {{ Shop: {{ oneOf: [{cases}] }} }} }}\n"
            )
        );
}
