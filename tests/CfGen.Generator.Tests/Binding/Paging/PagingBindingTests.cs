using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Paging;

/// <summary>The operations that are lists of pages, by their parameters and responses.</summary>
public class PagingBindingTests
{
    // An offset that is a string is opaque: a number to count on with would ask for pages that do not exist.
    [Theory]
    [InlineData("integer", "PagingStyle.Offset")]
    [InlineData("string", "PagingStyle.Single")]
    public void Offset_paging_requires_a_numeric_parameter(string type, string style) =>
        Assert.Contains(
            style,
            string.Concat(
                GeneratorHost
                    .Generate(
                        TestDocument.FromPaths(
                            $"/things: {{ get: {{ operationId: list-things, parameters: [{{ name: offset, in: query, schema: {{ type: {type} }} }}, {{ name: limit, in: query, schema: {{ type: integer }} }}], "
                                + "responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }"
                        )
                    )
                    .AssertCompiles()
                    .Sources.Values
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "starting_after",
        "string",
        "object: { type: string, enum: [list] }, has_more: { type: boolean }, url: { type: string }",
        "PagingStyle.LastItem) { PageParameter = \"starting_after\", HasMorePath = \"has_more\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "after",
        "string",
        "first_id: { type: string }, last_id: { type: string }, has_more: { type: boolean }",
        "PagingStyle.LastItem) { PageParameter = \"after\", HasMorePath = \"has_more\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "string",
        "has_more: { type: boolean }, next_page: { type: string }",
        "PagingStyle.Cursor) { PageParameter = \"page\", NextPath = \"next_page\", HasMorePath = \"has_more\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer",
        "has_more: { type: boolean }, next_page: { type: string }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", NextPath = \"next_page\", HasMorePath = \"has_more\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "marker",
        "string",
        "next_marker: { type: string }, prev_marker: { type: string }, limit: { type: integer }",
        "PagingStyle.Cursor) { PageParameter = \"marker\", NextPath = \"next_marker\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "continue",
        "string",
        "kind: { type: string }, apiVersion: { type: string }, metadata: { type: object, properties: { continue: { type: string } } }",
        "PagingStyle.Cursor) { PageParameter = \"continue\", NextPath = \"metadata.continue\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "offset",
        "integer",
        "href: { type: string }, next: { type: string, nullable: true }, previous: { type: string }, total: { type: integer }",
        "PagingStyle.Offset) { PageParameter = \"offset\", NextPath = \"next\", TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    // Hetzner, Linode, DigitalOcean, Square.
    [InlineData(
        "page",
        "integer",
        "meta: { type: object, properties: { pagination: { type: object, properties: { next_page: { type: integer, nullable: true }, last_page: { type: integer } } } } }",
        "PagingStyle.Cursor) { PageParameter = \"page\", NextPath = \"meta.pagination.next_page\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer",
        "page: { type: integer }, pages: { type: integer }, results: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", TotalCountPath = \"results\", PageCountPath = \"pages\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer",
        "links: { type: object }, meta: { type: object, properties: { total: { type: integer } } }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", TotalCountPath = \"meta.total\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "cursor",
        "string",
        "errors: { type: array, items: { type: string } }, cursor: { type: string }",
        "PagingStyle.Cursor) { PageParameter = \"cursor\", NextPath = \"cursor\", ItemsPath = \"data\", }"
    )]
    // The names of ASP.NET Core and Spring, in any case.
    [InlineData(
        "PageNumber",
        "integer",
        "pageNumber: { type: integer }, pageSize: { type: integer }, totalPages: { type: integer }, totalCount: { type: integer }, hasNextPage: { type: boolean }",
        "PagingStyle.PageNumber) { PageParameter = \"PageNumber\", TotalCountPath = \"totalCount\", PageCountPath = \"totalPages\", HasMorePath = \"hasNextPage\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer, default: 0",
        "totalElements: { type: integer }, totalPages: { type: integer }, first: { type: boolean }, last: { type: boolean }, number: { type: integer }, pageable: { type: object }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", FirstPage = 0, TotalCountPath = \"totalElements\", PageCountPath = \"totalPages\", LastPath = \"last\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "pageToken",
        "string",
        "NextPageToken: { type: string }, Warnings: { type: array, items: { type: string } }",
        "PagingStyle.Cursor) { PageParameter = \"pageToken\", NextPath = \"NextPageToken\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "offset",
        "integer",
        "hasMore: { type: string }, total: { type: integer }",
        "PagingStyle.Offset) { PageParameter = \"offset\", TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    // Page numbers from zero, by the parameter's default or minimum.
    [InlineData(
        "page",
        "integer, default: 0",
        "total: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", FirstPage = 0, TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer, minimum: 0",
        "total: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", FirstPage = 0, TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer, description: 'Number of the page (`0`-indexed).'",
        "total: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", FirstPage = 0, TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer, minimum: 1, description: 'Not zero-based.'",
        "total: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    // JSON:API, which has page[number].
    [InlineData(
        "'page[number]'",
        "integer, default: 0",
        "meta: { type: object, properties: { page: { type: object, properties: { total_count: { type: integer } } } } }",
        "PagingStyle.PageNumber) { PageParameter = \"page[number]\", FirstPage = 0, TotalCountPath = \"meta.page.total_count\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "'page[offset]'",
        "integer",
        "links: { type: object }",
        "PagingStyle.Offset) { PageParameter = \"page[offset]\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "'page[cursor]'",
        "string",
        "meta: { type: object, properties: { page: { type: object, properties: { after: { type: string } } } } }",
        "PagingStyle.Cursor) { PageParameter = \"page[cursor]\", NextPath = \"meta.page.after\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer, minimum: 0, default: 1",
        "total: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", TotalCountPath = \"total\", ItemsPath = \"data\", }"
    )]
    // A count may be that of the page; beside the next page it is that of all.
    [InlineData(
        "page",
        "integer",
        "count: { type: integer }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", ItemsPath = \"data\", }"
    )]
    [InlineData(
        "page",
        "integer",
        "count: { type: integer }, next: { type: string, format: uri }",
        "PagingStyle.PageNumber) { PageParameter = \"page\", NextPath = \"next\", TotalCountPath = \"count\", ItemsPath = \"data\", }"
    )]
    // There are two lists, and nothing shows which one has pages.
    [InlineData("page", "integer", "meta: { type: object }, included: { type: array, items: { type: object } }", "Task<_api::")]
    // Nothing shows what comes next, or what to send for it.
    [InlineData("marker", "string", "limit: { type: integer }", "Task<_api::")]
    [InlineData("continue", "string", "metadata: { type: object, properties: { owner: { type: string } } }", "Task<_api::")]
    [InlineData(
        "after",
        "string",
        "has_more: { type: boolean }, data: { type: array, items: { type: object, properties: { name: { type: string } } } }",
        "Task<_api::"
    )]
    public void Paging_style_is_inferred(string parameter, string type, string members, string emitted)
    {
        string items = members.Contains(" data:", StringComparison.Ordinal)
            ? ""
            : ", data: { type: array, items: { type: object, properties: { id: { type: string }, name: { type: string } } } }";
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ get: {{ operationId: list-things, parameters: [{{ name: {parameter}, in: query, schema: {{ type: {type} }} }}], "
                        + $"responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, required: [data], properties: {{ {members}{items} }} }} }} }} }} }} }} }}"
                )
            )
            .AssertCompiles();

        AssertEmitted(emitted, run);
    }

    /// <summary>
    /// The <c>Link</c> header has the next page: it is documented as at GitHub, or the only place for a cursor, as at Okta.
    /// </summary>
    [Theory]
    [InlineData("page", "Link", Array, "new _core::PagingInfo(_core::PagingStyle.Link) { }")]
    [InlineData(
        "page",
        "link",
        "type: object, properties: { total: { type: integer }, items: { type: array, items: { type: string } } }",
        "PagingStyle.Link) { TotalCountPath = \"total\", ItemsPath = \"items\", }"
    )]
    [InlineData("after", "X-Other", Array, "PagingStyle.Link) { }")]
    [InlineData("page", "X-Other", Array, "PagingStyle.PageNumber) { PageParameter = \"page\", }")]
    [InlineData("filter", "Link", Array, "PagingStyle.Single) { }")]
    [InlineData("after", "X-Other", "type: object, properties: { items: { type: array, items: { type: string } } }", "Task<_api::")]
    public void Link_header_selects_link_paging(string parameter, string header, string schema, string emitted) =>
        AssertEmitted(emitted, Generate(parameter, "", header, schema).AssertNoDiagnostics());

    /// <summary>An extension sets the paging that cannot be inferred.</summary>
    [Theory]
    [InlineData("false", "page", Listing, "Task<_api::")]
    [InlineData("link", "filter", Array, "PagingStyle.Link) { Origin = _core::PagingOrigin.Extension, }")]
    [InlineData(
        "{ style: next-url, next: links.next }",
        "filter",
        Listing,
        "PagingStyle.NextUrl) { NextPath = \"links.next\", ItemsPath = \"things\", Origin = _core::PagingOrigin.Extension, }"
    )]
    [InlineData(
        "{ style: PageNumber, parameter: filter, first: 0, total: sum }",
        "filter",
        Listing,
        "PagingStyle.PageNumber) { PageParameter = \"filter\", FirstPage = 0, TotalCountPath = \"sum\", ItemsPath = \"things\", Origin = _core::PagingOrigin.Extension, }"
    )]
    [InlineData(
        "{ style: last_item, parameter: filter, id: name, more: has, items: data.things }",
        "filter",
        Deep,
        "PagingStyle.LastItem) { PageParameter = \"filter\", ItemIdProperty = \"name\", HasMorePath = \"has\", ItemsPath = \"data.things\", Origin = _core::PagingOrigin.Extension, }"
    )]
    public void Explicit_paging_is_used(string stated, string parameter, string schema, string emitted) =>
        AssertEmitted(emitted, Generate(parameter, $"x-cfgen-paging: {stated}, ", "X-Other", schema).AssertNoDiagnostics());

    private const string Array = "type: array, items: { type: string }";
    private const string Listing =
        "type: object, properties: { links: { type: object, properties: { next: { type: string } } }, things: { type: array, items: { type: string } } }";
    private const string Deep =
        "type: object, properties: { owner: { type: string }, data: { type: object, properties: { owner: { type: string }, things: { type: array, items: { type: string } } } } }";

    private static GeneratorRun Generate(string parameter, string stated, string header, string schema) =>
        GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ get: {{ operationId: list-things, {stated}parameters: [{{ name: {parameter}, in: query, schema: {{ type: string }} }}], "
                        + $"responses: {{ '200': {{ description: ok, headers: {{ {header}: {{ schema: {{ type: string }} }} }}, content: {{ application/json: {{ schema: {{ {schema} }} }} }} }} }} }} }}"
                )
            )
            .AssertCompiles();

    private static void AssertEmitted(string emitted, GeneratorRun run)
    {
        // PageBodyTests have the bodies of pages.
        string code = string.Concat(run.Sources.Values).Replace("HasBody = true, ", "", StringComparison.Ordinal);
        Assert.True(
            code.Contains(emitted, StringComparison.Ordinal),
            string.Join("\n", code.Split("\n").Where(l => l.Contains("Async(") || l.Contains("PagingInfo(")))
        );
    }
}
