using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

public class DiagnosticDescriptorTests
{
    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_diagnostic_has_a_page_that_shows_it_and_the_way_out(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.GetDescriptor(id);
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "diagnostics", id + ".md"));
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"{descriptor.DefaultSeverity}", page, StringComparison.Ordinal);
        Assert.Contains("## Example", page, StringComparison.Ordinal);
        Assert.Contains("## Way out", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_belongs_to_a_diagnostic()
    {
        IEnumerable<string> pages = Directory
            .EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "docs", "diagnostics"), "CFG*.md")
            .Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(DiagnosticDescriptors.All.Select(d => d.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_say_their_category()
    {
        Assert.All(
            DiagnosticDescriptors.All,
            d =>
                Assert.Equal(
                    d.Id[3] switch
                    {
                        '0' => "CfGen.Reading",
                        '1' => "CfGen.Degraded",
                        '4' => "CfGen.Report",
                        _ => "CfGen.Configuration",
                    },
                    d.Category
                )
        );
    }

    [Fact]
    public void Findings_and_diagnostics_are_equal_by_value()
    {
        Assert.Equal(new Finding("CFG0005", "#/a", "x", "y"), new Finding("CFG0005", "#/a", "x", "y"));
        Assert.NotEqual(new Finding("CFG0005", "#/a", "x", "y"), new Finding("CFG0005", "#/a", "x", "z"));
        Assert.Equal(new Finding("CFG0005", "#/a", "x").GetHashCode(), new Finding("CFG0005", "#/a", "x").GetHashCode());
        SourceMap positions = TextParser.Parse(DocumentLoading.CreateText("a: 1\n"), default).SourceMap;
        Assert.Equal(
            new Finding("CFG0005", "#/a", "x").ToDiagnosticInfo(positions),
            new Finding("CFG0005", "#/a", "x").ToDiagnosticInfo(positions)
        );
    }
}
