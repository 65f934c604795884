using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The members of unions that are no case of their own: conversions, and the constructor from JSON.</summary>
public class UnionMemberTests
{
    [Theory]
    [InlineData("public Shop(_json::JsonElement value) : base(_core::UnionTable.Read<_api::Shop>(value)) { }")]
    [InlineData("public static implicit operator Shop(string value) => new Shop(1, value);")]
    [InlineData("public static implicit operator Shop(_generic::List<string?> value) => new Shop(2, value);")]
    [InlineData("public static implicit operator Shop(string?[] value) => new Shop(2, value);")]
    [InlineData("public static implicit operator Shop(_generic::Dictionary<string, bool> value) => new Shop(3, value);")]
    [InlineData("public void Match(global::System.Action<string> @string, ")]
    [InlineData("case 2: stringList((_generic::IReadOnlyList<string?>)Value); break;")]
    [InlineData("default: unknown((_json::JsonElement)Value); break;")]
    public void A_union_has_these_members(string member)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/api.yaml",
                """
                openapi: 3.1.0
                info: { title: Sample, version: '1' }
                paths:
                  /shops:
                    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } } } }
                components:
                  schemas:
                    Shop:
                      oneOf:
                        - { type: string }
                        - { type: array, items: { type: [string, 'null'] } }
                        - { type: object, additionalProperties: { type: boolean } }
                """
            )
        );

        run.AssertCompiles();
        Assert.Contains(member, string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }
}
