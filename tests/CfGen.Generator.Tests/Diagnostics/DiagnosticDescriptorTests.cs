using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has one descriptor, one factory and one page, and says what to do in whole sentences.</summary>
public partial class DiagnosticDescriptorTests
{
    // Errors of the targets and the task, which MSBuild reports itself.
    private static readonly string[] s_buildIds =
    [
        "CFG2010",
        "CFG2011",
        "CFG2012",
        "CFG2013",
        "CFG2054",
        "CFG2055",
        "CFG2062",
        "CFG2063",
        "CFG2064",
        "CFG2076",
        "CFG2078",
        "CFG2079",
        "CFG2080",
        "CFG2081",
        "CFG2082",
        "CFG2083",
        "CFG2084",
        "CFG2085",
        "CFG2086",
        "CFG2087",
        "CFG2088",
        "CFG2089",
    ];

    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(d => d.Id)];

    private static string PagesFolder => Path.Combine(SharedData.RepositoryRoot, "docs", "diagnostics");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_diagnostic_has_a_page_with_an_example_and_a_fix(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.GetDescriptor(id);
        string page = File.ReadAllText(Path.Combine(PagesFolder, id + ".md"));
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"severity {descriptor.DefaultSeverity}", page, StringComparison.Ordinal);
        Assert.Equal(
            descriptor.DefaultSeverity == DiagnosticSeverity.Info,
            page.Contains("Builds show this diagnostic in detailed logs only.", StringComparison.Ordinal)
        );
        Assert.Contains("## Example", page, StringComparison.Ordinal);
        Assert.Contains("## What CfGen does", page, StringComparison.Ordinal);
        Assert.Contains("## How to fix", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_has_the_severity_and_the_title(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.GetDescriptor(id);
        string index = File.ReadAllText(Path.Combine(PagesFolder, "README.md"));
        Assert.Contains($"\n| [{id}]({id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} |\n", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_belongs_to_a_diagnostic()
    {
        IEnumerable<string> pages = Directory
            .EnumerateFiles(PagesFolder, "CFG*.md")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal);
        IEnumerable<string> ids = DiagnosticDescriptors.All.Select(d => d.Id).Concat(s_buildIds).Order(StringComparer.Ordinal);
        Assert.Equal(ids, pages);
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
                        '3' => "CfGen.Usage",
                        '4' => "CfGen.Report",
                        '5' => "CfGen.Changes",
                        _ => "CfGen.Configuration",
                    },
                    d.Category
                )
        );
    }

    [Fact]
    public void Every_descriptor_is_in_the_list()
    {
        IEnumerable<DiagnosticDescriptor> declared = typeof(Finding)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!);
        Assert.Equal(declared.Select(d => d.Id).Order(StringComparer.Ordinal), DiagnosticDescriptors.All.Select(d => d.Id));
    }

    /// <summary>The problem and the fix, each a sentence. A line of the report is a label and what it repeats.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_made_of_whole_sentences(string id)
    {
        string message = DiagnosticDescriptors.GetDescriptor(id).MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Matches("^[A-Z]", message);
        if (DiagnosticDescriptors.GetDescriptor(id).Category != "CfGen.Report")
            Assert.Matches(@"\. [A-Z].*\.$|^[^.]+\. .*\.$", message);
    }

    /// <summary>An id is written where its descriptor is, so that every other place names the problem by its factory.</summary>
    [Fact]
    public void No_other_folder_of_the_generator_writes_an_id()
    {
        string generator = Path.Combine(SharedData.RepositoryRoot, "generator");
        string[] allowed = [Path.Combine(generator, "Diagnostics"), Path.Combine(generator, "build"), Path.Combine(generator, "obj")];
        IEnumerable<string> files = Directory
            .EnumerateFiles(generator, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Array.Exists(allowed, folder => f.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Where(f => IdLiteral().IsMatch(File.ReadAllText(f)));
        Assert.Empty(files);
    }

    [Fact]
    public void Findings_and_diagnostics_are_equal_by_value()
    {
        Assert.Equal(
            ReferenceFindings.UnresolvedReference(ReferenceProblem.Cycle, "#/a", "x", "z"),
            ReferenceFindings.UnresolvedReference(ReferenceProblem.Cycle, "#/a", "x", "z")
        );
        Assert.NotEqual(
            ReferenceFindings.UnresolvedReference(ReferenceProblem.Cycle, "#/a", "x", "z"),
            ReferenceFindings.UnresolvedReference(ReferenceProblem.Cycle, "#/a", "x", "")
        );
        Assert.Equal(OperationFindings.NotAnObject("#/a", "x").GetHashCode(), OperationFindings.NotAnObject("#/a", "x").GetHashCode());
        LocationInfo location = LocationInfo.ForFile("a.yaml");
        Assert.Equal(
            OperationFindings.NotAnObject("#/a", "x").ToDiagnosticInfo(location),
            OperationFindings.NotAnObject("#/a", "x").ToDiagnosticInfo(LocationInfo.ForFile("a.yaml"))
        );
    }

    [Fact]
    public void A_collector_keeps_the_order_and_drops_what_it_has()
    {
        FindingCollector findings = new();
        findings.AddRange([
            OperationFindings.NotAnObject("#/b", "x"),
            OperationFindings.NotAnObject("#/a", "x"),
            OperationFindings.NotAnObject("#/b", "x"),
        ]);
        findings.Add(ReportFindings.Inference("#/c", "text", "list"));

        Assert.Equal(["#/b", "#/a"], findings.Select(f => f.Pointer));
        Assert.Equal(["#/c"], findings.Inferences.Select(f => f.Pointer));
    }

    [GeneratedRegex("\"CFG[0-9]")]
    private static partial Regex IdLiteral();
}
