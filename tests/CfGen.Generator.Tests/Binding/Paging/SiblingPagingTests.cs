using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Paging;

/// <summary>The parameter of the next page of a list that names none: at least half of the document's other lists take it.</summary>
public class SiblingPagingTests
{
    private const string Numbers = "page: { type: integer }, per_page: { type: integer }, total_count: { type: integer }";
    private const string Cursors = "cursor: { type: string }";

    [Theory]
    [InlineData(Numbers, new[] { "page" }, "PagingStyle.PageNumber) { PageParameter = \"page\", Origin = _core::PagingOrigin.Siblings, }")]
    [InlineData(Numbers, new[] { "page", "page", "offset" }, "PagingStyle.PageNumber) { PageParameter = \"page\", Origin")]
    [InlineData(Numbers, new[] { "page", "offset" }, "PagingStyle.PageNumber) { PageParameter = \"page\", Origin")]
    [InlineData(Numbers, new[] { "offset", "offset", "page" }, "PagingStyle.Offset) { PageParameter = \"offset\", Origin")]
    // Lists without a parameter do not count.
    [InlineData(Numbers, new[] { "page", "none", "none", "none" }, "PagingStyle.PageNumber) { PageParameter = \"page\", Origin")]
    // Too few agree.
    [InlineData(Numbers, new[] { "page", "offset", "skip" }, "PagingStyle.Single) { }")]
    [InlineData(Numbers, new[] { "none" }, "PagingStyle.Single) { }")]
    // A cursor that the response does not have cannot be sent.
    [InlineData(Numbers, new[] { "cursor", "cursor", "page" }, "PagingStyle.Single) { }")]
    [InlineData(Cursors, new[] { "cursor" }, "PagingStyle.Cursor) { PageParameter = \"cursor\", Origin = _core::PagingOrigin.Siblings, }")]
    [InlineData(Cursors, new[] { "page" }, "PagingStyle.Single) { }")]
    // Without a description of the page there is nothing to count on.
    [InlineData("", new[] { "page" }, "PagingStyle.Single) { }")]
    public void Parameter_of_most_siblings_is_inferred(string info, string[] siblings, string emitted) =>
        Assert.Contains(emitted, FindPaging(Generate(info, siblings)), StringComparison.Ordinal);

    [Fact]
    public void Lists_that_describe_their_pages_differently_are_no_siblings() =>
        Assert.Contains(
            "PagingStyle.Single) { }",
            FindPaging(Generate(Numbers, ["page", "page"], siblingInfo: Cursors)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Pages_from_zero_are_inferred() =>
        Assert.Contains(
            "{ PageParameter = \"page\", FirstPage = 0, Origin",
            FindPaging(Generate(Numbers, ["page"], parameterSchema: "type: integer, default: 0")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Size_of_the_page_is_the_parameter_of_the_list_itself() =>
        Assert.Contains(
            "{ PageParameter = \"page\", SizeParameter = \"per_page\", Origin",
            FindPaging(Generate(Numbers, ["page"], own: "parameters: [{ name: per_page, in: query, schema: { type: integer } }], ")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("x-cfgen-paging: single, ", "PagingStyle.Single) { Origin = _core::PagingOrigin.Extension, }")]
    [InlineData("parameters: [{ name: starting_after, in: query, schema: { type: string } }], ", "PagingStyle.Single) { }")]
    public void Own_paging_of_a_list_takes_precedence(string own, string emitted) =>
        Assert.Contains(emitted, FindPaging(Generate(Numbers, ["page"], own: own)), StringComparison.Ordinal);

    // The siblings are those of the document, and not those of the selection.
    [Fact]
    public void Selection_does_not_decide()
    {
        TestDocument document = CreateDocument(Numbers, ["page"]).With("Operations", "id:list-unnamed");

        Assert.Contains("PagingOrigin.Siblings", FindPaging(GeneratorHost.Generate(document).AssertCompiles()), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_names_it_as_inferred()
    {
        GeneratorRun run = new GeneratorHost(CreateDocument(Numbers, ["page"])).WithReport().Run();

        Assert.Contains(
            run.Diagnostics,
            d =>
                d.Id == "CFG4001"
                && d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                    .Contains(
                        "'list-unnamed' returns a list, page by page with the style PageNumber, whose parameter is inferred from other lists of the document",
                        StringComparison.Ordinal
                    )
        );
    }

    private static string FindPaging(GeneratorRun run) =>
        string.Concat(run.Sources.Where(s => s.Key.Contains("Unnamed", StringComparison.Ordinal)).Select(s => s.Value))
            .Split('\n')
            .Single(line => line.Contains("_paging = new", StringComparison.Ordinal));

    private static GeneratorRun Generate(
        string info,
        string[] siblings,
        string own = "",
        string? siblingInfo = null,
        string parameterSchema = "type: integer"
    ) => GeneratorHost.Generate(CreateDocument(info, siblings, own, siblingInfo, parameterSchema)).AssertCompiles();

    private static TestDocument CreateDocument(
        string info,
        string[] siblings,
        string own = "",
        string? siblingInfo = null,
        string parameterSchema = "type: integer"
    ) =>
        TestDocument.FromPaths(
            string.Join(
                "\n",
                siblings
                    .Select(
                        (parameter, i) =>
                            CreateList(
                                $"sibling{i}",
                                parameter == "none"
                                    ? ""
                                    : $"parameters: [{{ name: {parameter}, in: query, schema: {{ {parameterSchema} }} }}], ",
                                siblingInfo ?? info
                            )
                    )
                    .Append(CreateList("unnamed", own, info))
            )
        );

    private static string CreateList(string name, string members, string info) =>
        $"/{name}: {{ get: {{ operationId: list-{name}, {members}responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ "
        + "success: { type: boolean }, errors: { type: array, items: { type: string } }, result: { type: array, items: { type: string } }"
        + (info.Length > 0 ? $", result_info: {{ type: object, properties: {{ {info} }} }}" : "")
        + " } } } } } } } }";
}
