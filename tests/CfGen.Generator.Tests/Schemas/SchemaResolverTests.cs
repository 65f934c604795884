using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Covers the limit of merges. Without one, unions of unions cost more time than anybody has.</summary>
public sealed class SchemaResolverTests
{
    private const int LimitOfParts = 100_000;

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Intersections_are_exhausted_after_a_number_of_merged_schemas_whatever_one_of_them_costs(int branches)
    {
        SchemaIntersection schema = Create(branches).IntersectWith(Create(branches));
        int parts = 2 * (branches + 1);
        SchemaResolver resolver = new();
        for (int i = 0; i < LimitOfParts / parts; i++)
            Assert.Equal(parts, resolver.Resolve(schema).PartCount);
        Assert.False(resolver.IsExhausted);

        resolver.Resolve(schema);
        Assert.True(resolver.IsExhausted);
    }

    [Fact]
    public void A_schema_that_is_resolved_once_costs_once()
    {
        SchemaIntersection schema = Create(branches: 200);
        SchemaResolver resolver = new();
        for (int i = 0; i < LimitOfParts / 100; i++)
            resolver.Resolve(schema);
        Assert.False(resolver.IsExhausted);
    }

    private static SchemaIntersection Create(int branches) =>
        SchemaIntersection.Create(
            new OpenApiSchema
            {
                AllOf = [.. Enumerable.Range(0, branches).Select(_ => new OpenApiSchema { Type = JsonSchemaType.Object })],
            },
            "#/components/schemas/Pet"
        );
}
