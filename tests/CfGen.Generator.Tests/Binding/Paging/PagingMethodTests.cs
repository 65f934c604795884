using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Paging;

/// <summary>Only what can be asked for again without an effect is a list of pages.</summary>
public class PagingMethodTests
{
    [Theory]
    [InlineData("get", true)]
    [InlineData("post", false)]
    [InlineData("put", false)]
    [InlineData("delete", false)]
    public void A_get_with_a_page_parameter_is_pageable(string method, bool isPageable)
    {
        string code = string.Concat(
            GeneratorHost
                .Generate(
                    TestDocument.FromPaths(
                        $"/things: {{ {method}: {{ operationId: {method}-things, parameters: [{{ name: page, in: query, schema: {{ type: integer }} }}], responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: array, items: {{ type: string }} }} }} }} }} }} }} }}"
                    )
                )
                .AssertNoDiagnostics()
                .AssertCompiles()
                .Sources.Values
        );

        Assert.Equal(isPageable, code.Contains("Pageable<string>", StringComparison.Ordinal));
        Assert.Equal(!isPageable, code.Contains("IReadOnlyList<string>>", StringComparison.Ordinal));
    }
}
