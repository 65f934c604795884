using CfGen.Generator.Tests.Binding.Types;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming;

/// <summary>A long name leaves out words that say nothing more, and never the name of a component.</summary>
public sealed class LongTypeNameTests
{
    [Theory]
    // The members between the component and the innermost two words.
    [InlineData(
        "SearchConfiguration",
        "resourceSettings: { type: object, properties: { vectorStore: { type: object, properties: { chunkingStrategy: OBJECT } } } }",
        "SearchConfigurationChunkingStrategy"
    )]
    // One word needs the member around it.
    [InlineData(
        "SearchConfiguration",
        "resourceSettings: { type: object, properties: { vectorStore: { type: object, properties: { strategy: OBJECT } } } }",
        "SearchConfigurationVectorStoreStrategy"
    )]
    // Also where the name is long with it.
    [InlineData(
        "SearchConfigurationOfTenant",
        "vectorStore: { type: object, properties: { strategy: OBJECT } }",
        "SearchConfigurationOfTenantVectorStoreStrategy"
    )]
    // Words that the name before them ends with.
    [InlineData("OrganizationProjectCertificate", "certificateDetails: OBJECT", "OrganizationProjectCertificateDetails")]
    // A readable name keeps all its words.
    [InlineData("Order", "lines: { type: object, properties: { orderLine: OBJECT } }", "OrderLinesOrderLine")]
    public void Long_name_is_shortened(string component, string members, string expected) =>
        Assert.Contains(expected, GetTypeNames(component, members));

    [Fact]
    public void Short_name_that_two_types_could_have_belongs_to_neither()
    {
        string[] names = GetTypeNames(
            "SearchConfigurationOfTheTenant",
            "firstVectorStore: { type: object, properties: { chunkingStrategy: OBJECT } }, "
                + "secondVectorStore: { type: object, properties: { chunkingStrategy: { type: object, properties: { other: { type: string } } } } }"
        );
        Assert.DoesNotContain("SearchConfigurationOfTheTenantChunkingStrategy", names);
        Assert.Contains("SearchConfigurationOfTheTenantFirstVectorStoreChunkingStrategy", names);
        Assert.Contains("SearchConfigurationOfTheTenantSecondVectorStoreChunkingStrategy", names);
    }

    [Fact]
    public void Name_of_component_is_kept()
    {
        const string Name = "ObservabilityPipelineGoogleChronicleDestinationAuthentication";
        Assert.Contains(Name, GetTypeNames(Name, "a: { type: string }"));
    }

    [Fact]
    public void Class_in_namespaces_is_called_without_them_where_that_is_unique()
    {
        TestDocument document = TestDocument.FromPaths(
            "/a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { "
                + "order: { $ref: '#/components/schemas/Acme.Shop.Models.Order' }, one: { $ref: '#/components/schemas/Acme.Shop.Models.Item' }, two: { $ref: '#/components/schemas/Acme.Store.Models.Item' } } } } } } } } }",
            "components: { schemas: { Acme.Shop.Models.Order: OBJECT, Acme.Shop.Models.Item: OBJECT, Acme.Store.Models.Item: OBJECT } }\n".Replace(
                "OBJECT",
                "{ type: object, properties: { id: { type: string } } }",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(["AGetResponse", "AcmeShopModelsItem", "AcmeStoreModelsItem", "Order"], ComponentPlaceTests.GetTypeNames(document));
    }

    private static string[] GetTypeNames(string component, string members) =>
        ComponentPlaceTests.GetTypeNames(
            TestDocument.FromPaths(
                $"/things: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{component}' }} }} }} }} }} }} }}",
                $"components: {{ schemas: {{ {component}: {{ type: object, properties: {{ {members} }} }} }} }}\n".Replace(
                    "OBJECT",
                    "{ type: object, properties: { size: { type: integer } } }",
                    StringComparison.Ordinal
                )
            )
        );
}
