using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding.Paging;

/// <summary>Extensions <c>x-cfgen-paging</c> that are not valid: each problem has its id, its line and its sentence.</summary>
public class InvalidPagingTests
{
    private const string Listing = "type: object, properties: { things: { type: array, items: { type: string } } }";
    private const string TwoLists =
        "type: object, properties: { things: { type: array, items: { type: string } }, others: { type: array, items: { type: string } } }";

    private const string Pointer = "#/paths/~1things/get/x-cfgen-paging";

    [Theory]
    [InlineData("true", "CFG2009", 8, $"The extension 'x-cfgen-paging' at {Pointer} has no known style. It is ignored")]
    [InlineData("3", "CFG2009", 8, "set 'style' to single, page-number, offset, cursor, last-item, link or next-url.")]
    [InlineData("[link]", "CFG2009", 8, "has no known style")]
    [InlineData("{ parameter: page }", "CFG2009", 8, "has no known style")]
    [InlineData(
        "{ style: link,\n        offset: 1 }",
        "CFG2034",
        9,
        $"The key 'offset' of 'x-cfgen-paging' at {Pointer}/offset does not exist. The extension is ignored"
    )]
    [InlineData(
        "{ style: link,\n        first: one }",
        "CFG2035",
        9,
        $"The value of 'first' of 'x-cfgen-paging' at {Pointer}/first is not an integer. The extension is ignored"
    )]
    [InlineData(
        "{ style: link,\n        items: 1 }",
        "CFG2035",
        9,
        $"The value of 'items' of 'x-cfgen-paging' at {Pointer}/items is not a string with text."
    )]
    [InlineData(
        "{ style: page-number }",
        "CFG2036",
        8,
        $"The extension 'x-cfgen-paging' at {Pointer} has the style 'page-number' and no 'parameter'. It is ignored"
    )]
    [InlineData(
        "{ style: cursor,\n        parameter: after }",
        "CFG2037",
        9,
        $"The operation with 'x-cfgen-paging' at {Pointer}/parameter has no query parameter 'after'."
    )]
    [InlineData(
        "{ style: cursor, parameter: page,\n        size: count }",
        "CFG2037",
        9,
        $"The operation with 'x-cfgen-paging' at {Pointer}/size has no query parameter 'count'."
    )]
    [InlineData("next-url", "CFG2038", 8, $"The extension 'x-cfgen-paging' at {Pointer} has the style 'next-url' and no 'next'.")]
    [InlineData(
        "{ style: link,\n        items: more.things }",
        "CFG2039",
        9,
        $"The path 'more.things' of 'items' of 'x-cfgen-paging' at {Pointer}/items leads to no list of the result."
    )]
    public void An_invalid_extension_is_reported_at_its_line_and_paging_is_inferred(string paging, string id, int line, string message)
    {
        GeneratorRun run = Generate("get", paging, Listing);
        AssertReported(run, id, line, message);
        Assert.Contains(run.Sources.Values, code => code.Contains("PageParameter = \"page\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_with_several_lists_needs_the_path_of_the_items() =>
        AssertReported(
            Generate("get", "link", TwoLists),
            "CFG2040",
            8,
            $"The result of the operation with 'x-cfgen-paging' at {Pointer} is not a list, and 'items' is missing."
        );

    [Fact]
    public void An_operation_that_is_not_GET_has_no_pages() =>
        AssertReported(
            Generate("post", "link", Listing),
            "CFG2032",
            8,
            "The extension 'x-cfgen-paging' at #/paths/~1things/post/x-cfgen-paging belongs to a POST operation, and only GET operations have pages."
        );

    [Fact]
    public void A_response_that_is_not_JSON_has_no_pages() =>
        AssertReported(
            Generate("get", "link", "type: string", "text/csv"),
            "CFG2033",
            8,
            $"The operation with 'x-cfgen-paging' at {Pointer} has no JSON response with a typed result."
        );

    private static void AssertReported(GeneratorRun run, string id, int line, string message)
    {
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, line), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static GeneratorRun Generate(string method, string paging, string schema, string mediaType = "application/json") =>
        GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $$"""
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /things:
                        {{method}}:
                          operationId: list-things
                          parameters: [{ name: page, in: query, schema: { type: string } }]
                          x-cfgen-paging: {{paging}}
                          responses: { '200': { description: ok, content: { {{mediaType}}: { schema: { {{schema}} } } } } }
                    """
                )
            )
            .AssertCompiles();
}
