using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding.Paging;

/// <summary>The pages of frameworks: parameters in objects, links in responses, and <c>x-ms-pageable</c>.</summary>
public class FrameworkPagingTests
{
    private const string Items = "data: { type: array, items: { type: object, properties: { id: { type: string } } } }";
    private const string Value = "value: { type: array, items: { type: string } }";
    private const string Counters = "number: { type: integer }, totalElements: { type: integer }";

    /// <summary>Each property of an object has the name that the query has.</summary>
    [Theory]
    [InlineData("page", "style: form, explode: true", "PageParameter = \"page\", SizeParameter = \"size\"")]
    [InlineData("number", "style: deepObject", "PageParameter = \"page[number]\", SizeParameter = \"page[size]\"")]
    [InlineData("page", "style: form, explode: false", "Task<_api::")]
    public void A_parameter_can_be_a_property_of_an_object(string property, string style, string emitted) =>
        AssertEmitted(
            emitted,
            $"{{ name: page, in: query, {style}, schema: {{ type: object, properties: {{ {property}: {{ type: integer }}, size: {{ type: integer }} }} }} }}",
            Items
        );

    [Theory]
    [InlineData("type: integer", Counters, "FirstPage = 0")]
    [InlineData("type: integer", $"page: {{ type: object, properties: {{ {Counters} }} }}", "FirstPage = 0")]
    [InlineData("type: integer, minimum: 1", Counters, "PageParameter = \"page\", TotalCountPath")]
    [InlineData("type: integer, default: 1", Counters, "PageParameter = \"page\", TotalCountPath")]
    [InlineData("type: integer", "totalElements: { type: integer }", "PageParameter = \"page\", TotalCountPath")]
    public void A_page_of_Spring_counts_from_zero_unless_the_document_says_otherwise(string schema, string counters, string emitted) =>
        AssertEmitted(emitted, $"{{ name: page, in: query, schema: {{ {schema} }} }}", $"{counters}, {Items}");

    [Theory]
    [InlineData(
        "$filter",
        $"'@odata.nextLink': {{ type: string }}, {Value}",
        "PagingStyle.NextUrl) { NextPath = \"@odata.nextLink\", ItemsPath = \"value\", }"
    )]
    [InlineData("$top", Value, "PagingStyle.NextUrl) { NextPath = \"@odata.nextLink\", ItemsPath = \"value\", }")]
    [InlineData(
        "$skip",
        $"'@count': {{ type: integer }}, {Value}",
        "PagingStyle.NextUrl) { NextPath = \"@nextLink\", TotalCountPath = \"@count\", ItemsPath = \"value\", }"
    )]
    [InlineData("$filter", Value, "Task<_api::")]
    [InlineData("$top", Items, "Task<_api::")]
    // A property of such a name is a URL; a `next` is one by its format, or beside what Laravel counts.
    [InlineData(
        "filter",
        $"nextLink: {{ type: string }}, {Value}",
        "PagingStyle.NextUrl) { NextPath = \"nextLink\", ItemsPath = \"value\", }"
    )]
    [InlineData(
        "filter",
        $"next: {{ type: string, format: uri }}, {Items}",
        "PagingStyle.NextUrl) { NextPath = \"next\", ItemsPath = \"data\", }"
    )]
    [InlineData("filter", $"next: {{ type: string }}, {Items}", "Task<_api::")]
    [InlineData(
        "filter",
        $"links: {{ type: object, properties: {{ next: {{ type: string }} }} }}, meta: {{ type: object, properties: {{ current_page: {{ type: integer }} }} }}, {Items}",
        "PagingStyle.NextUrl) { NextPath = \"links.next\", ItemsPath = \"data\", }"
    )]
    [InlineData("filter", $"links: {{ type: object, properties: {{ next: {{ type: string }} }} }}, {Items}", "Task<_api::")]
    // The links of a page are no items, unless there are no others.
    [InlineData(
        "page",
        $"links: {{ type: array, items: {{ type: string }} }}, {Items}",
        "PageParameter = \"page\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "links: { type: array, items: { type: string } }, total: { type: integer }",
        "TotalCountPath = \"total\", ItemsPath = \"links\", }"
    )]
    [InlineData(
        "page",
        "from: { type: integer }, per_page: { type: integer }, " + Items,
        "PageParameter = \"page\", ItemsPath = \"data\", }"
    )]
    [InlineData("page", "from: { type: integer }, " + Items, "Task<_api::")]
    // Swashbuckle says of each list that it can be null.
    [InlineData(
        "SkipCount",
        "totalCount: { type: integer }, items: { nullable: true, type: array, items: { type: string } }",
        "PagingStyle.Offset) { PageParameter = \"SkipCount\", TotalCountPath = \"totalCount\", ItemsPath = \"items\", }"
    )]
    [InlineData(
        "cursor",
        $"meta: {{ type: object, properties: {{ next_cursor: {{ type: string }} }} }}, {Items}",
        "PagingStyle.Cursor) { PageParameter = \"cursor\", NextPath = \"meta.next_cursor\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "cursor",
        $"pagination: {{ type: object, properties: {{ next_cursor: {{ type: string }}, has_more: {{ type: boolean }} }} }}, {Items}",
        "NextPath = \"pagination.next_cursor\", HasMorePath = \"pagination.has_more\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "offset",
        $"metadata: {{ type: object, properties: {{ currentOffset: {{ type: integer }}, totalCount: {{ type: integer }} }} }}, {Items}",
        "PageParameter = \"offset\", TotalCountPath = \"metadata.totalCount\", ItemsPath = \"data\", }"
    )]
    // HAL embeds the items, and its links are objects.
    [InlineData(
        "page",
        $"_embedded: {{ type: object, properties: {{ {Value} }} }}, page: {{ type: object, properties: {{ {Counters} }} }}",
        "FirstPage = 0, TotalCountPath = \"page.totalElements\", ItemsPath = \"_embedded.value\", }"
    )]
    [InlineData("page", $"_embedded: {{ type: object, properties: {{ {Value}, {Items} }} }}", "Task<_api::")]
    [InlineData(
        "filter",
        $"_links: {{ type: object, properties: {{ next: {{ type: object, properties: {{ href: {{ type: string }} }} }} }} }}, {Items}",
        "PagingStyle.NextUrl) { NextPath = \"_links.next.href\", ItemsPath = \"data\", }"
    )]
    // The cursors of fastapi-pagination, unless the next page is a URL.
    [InlineData(
        "cursor",
        $"current_page_backwards: {{ type: string }}, next_page: {{ type: string, nullable: true }}, {Items}",
        "PagingStyle.Cursor) { PageParameter = \"cursor\", NextPath = \"next_page\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "cursor",
        $"next_page: {{ type: string, format: uri }}, {Items}",
        "PagingStyle.NextUrl) { NextPath = \"next_page\", ItemsPath = \"data\", }"
    )]
    // Metadata that says more is kept, and a text is none.
    [InlineData(
        "offset",
        $"metadata: {{ type: object, properties: {{ owner: {{ type: string }}, totalCount: {{ type: integer }} }} }}, {Items}",
        "Task<_api::"
    )]
    [InlineData("offset", $"metadata: {{ type: string }}, {Items}", "Task<_api::")]
    // What Google says beside the items describes the page only together with its tokens.
    [InlineData("page", $"kind: {{ type: string }}, etag: {{ type: string }}, {Items}", "Task<_api::")]
    public void The_style_of_a_framework_is_inferred(string parameter, string members, string emitted) =>
        AssertEmitted(
            emitted,
            $"{{ name: {parameter}, in: query, schema: {{ type: {(parameter == "cursor" ? "string" : "integer")} }} }}",
            members
        );

    /// <summary>Documents of TypeScript have numbers only. A total of another document that is a number can be a sum of money.</summary>
    [Theory]
    [InlineData("number", "PageParameter = \"page\", TotalCountPath = \"total\", ItemsPath = \"data\", }")]
    [InlineData("integer", "PageParameter = \"page\", ItemsPath = \"data\", }")]
    public void A_number_is_a_counter_where_the_page_is_a_number(string type, string emitted) =>
        AssertEmitted(emitted, $"{{ name: page, in: query, schema: {{ type: {type} }} }}", $"total: {{ type: number }}, {Items}");

    /// <summary>An index counts from 0 with some, and from 1 with others: a wrong guess leaves out a page.</summary>
    [Theory]
    [InlineData(", default: 0", "PageParameter = \"pageIndex\", FirstPage = 0")]
    [InlineData(", minimum: 1", "PageParameter = \"pageIndex\", ItemsPath")]
    [InlineData("", "Task<_api::")]
    public void An_index_is_a_page_number_if_the_document_tells_the_first(string rule, string emitted) =>
        AssertEmitted(emitted, $"{{ name: pageIndex, in: query, schema: {{ type: integer{rule} }} }}", Items);

    [Theory]
    [InlineData(
        "{ nextLinkName: more }",
        $"more: {{ type: string }}, {Value}",
        "PagingStyle.NextUrl) { NextPath = \"more\", ItemsPath = \"value\", Origin = _core::PagingOrigin.Extension, }"
    )]
    [InlineData(
        "{ nextLinkName: null }",
        $"nextLink: {{ type: string }}, {Value}",
        "PagingStyle.Single) { ItemsPath = \"value\", Origin = _core::PagingOrigin.Extension, }"
    )]
    [InlineData(
        "{ itemName: data }",
        $"nextLink: {{ type: string }}, {Value}, {Items}",
        "PagingStyle.NextUrl) { NextPath = \"nextLink\", ItemsPath = \"data\", Origin = _core::PagingOrigin.Extension, }"
    )]
    [InlineData(
        "{ itemName: data }",
        $"{Value}, {Items}",
        "PagingStyle.Single) { ItemsPath = \"data\", Origin = _core::PagingOrigin.Extension, }"
    )]
    public void The_extension_of_Microsoft_names_link_and_items(string extension, string members, string emitted) =>
        AssertEmitted(emitted, Generate("get", $"x-ms-pageable: {extension}, ", "", members).AssertNoDiagnostics());

    [Fact]
    public void Items_that_are_no_list_are_reported_and_the_paging_is_inferred()
    {
        GeneratorRun run = Generate(
            "get",
            "x-ms-pageable: { nextLinkName: nextLink, itemName: things }, ",
            "",
            $"nextLink: {{ type: string }}, {Value}"
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG1140", diagnostic.Id);
        Assert.Contains("The property 'things'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        AssertEmitted("PagingStyle.NextUrl) { NextPath = \"nextLink\", ItemsPath = \"value\", }", run);
    }

    [Fact]
    public void An_operation_that_is_not_GET_returns_its_first_page()
    {
        GeneratorRun run = Generate("post", "x-ms-pageable: { nextLinkName: nextLink }, ", "", $"nextLink: {{ type: string }}, {Value}");

        Assert.Equal("CFG1141", Assert.Single(run.Diagnostics).Id);
        AssertEmitted("Task<_api::", run);
    }

    private static void AssertEmitted(string emitted, string parameter, string members) =>
        AssertEmitted(emitted, Generate("get", "", parameter, members).AssertNoDiagnostics());

    private static void AssertEmitted(string emitted, GeneratorRun run)
    {
        // PageBodyTests have the bodies of pages.
        string code = string.Concat(run.Sources.Values).Replace("HasBody = true, ", "", StringComparison.Ordinal);
        Assert.True(
            code.Contains(emitted, StringComparison.Ordinal),
            string.Join("\n", code.Split("\n").Where(l => l.Contains("Async(") || l.Contains("PagingInfo(")))
        );
    }

    private static GeneratorRun Generate(string method, string extension, string parameter, string members) =>
        GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ {method}: {{ operationId: list-things, {extension}parameters: [{parameter}], "
                        + $"responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ {members} }} }} }} }} }} }} }} }}"
                )
            )
            .AssertCompiles();
}
