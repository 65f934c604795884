using CfGen.Generator.Documents;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>
/// A reference is a URI, so its fragment may be percent-encoded; names with a percent sign are found as they are written, too.
/// </summary>
public class PercentReferenceTests
{
    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a%20b", "a%20b")]
    [InlineData("a%20b", "a%2520b")]
    [InlineData("50%", "50%")]
    [InlineData("50%", "50%25")]
    [InlineData("{id}", "%7Bid%7D")]
    public void Leads_to_the_component(string name, string reference)
    {
        LoadedDocument read = DocumentLoading.Load(CreateDocument(name, reference));

        Assert.Equal(["get /a"], read.FormatOperations());
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Leads_to_nothing_in_neither_form()
    {
        LoadedDocument read = DocumentLoading.Load(CreateDocument("a b", "a%21b"));

        Assert.Empty(read.FormatOperations());
        Assert.Equal("CFG0005", Assert.Single(read.Findings).Id);
    }

    private static string CreateDocument(string name, string reference) =>
        $$"""
            openapi: 3.0.3
            info: {title: x, version: '1'}
            paths:
              /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/{{reference}}'} } } } } } }
            components: {schemas: {'{{name}}': {type: string} } }
            """;
}
