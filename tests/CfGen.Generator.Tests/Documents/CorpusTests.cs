using System.Diagnostics;
using CfGen.Generator.Binding;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Emission;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Documents;

public class CorpusTests(ITestOutputHelper output)
{
    private static readonly GenerationOptions s_settings = new ItemMetadata(
        InputKind.Client,
        [new("Namespace", "Acme.Api"), new("ClientName", "AcmeClient")],
        LocationInfo.ForFile("/project/Acme.csproj")
    ).ToOptions(new ProjectProperties("Acme", "", IsReportEnabled: false), new FindingCollector())!;

    // Documents that are known to lose operations, each with why; every other one has to give as many as its index counts.
    private static readonly HashSet<string> s_incomplete = new(StringComparer.Ordinal)
    {
        // References that lead nowhere, in the documents themselves.
        "square-connect.json",
        "conformance/msopenapi-OpenApiReader-OpenApiDiagnosticReportMerged-TodoMain/TodoMain.yaml",
        "conformance/msopenapi-V32-ReferencerelativeSubschemaReference.json",
        "conformance/swparser-flattenArrayItems.yaml",
        "conformance/swparser-issue-1518-api/api.json",
        // References to documents that are not there, or in the network.
        "conformance/oapicodegen-remote-external-reference.yaml",
    };

    // One pass over the large ones for all that is asked of them: reading is what takes the time.
    [Theory]
    [InlineData("real")]
    [InlineData("conformance")]
    public void Every_document_reads_with_all_its_operations_at_their_places(string kind)
    {
        List<string> wrong = [];
        foreach ((CorpusEntry entry, LoadedDocument read) in LoadAll(kind))
        {
            if (read.Document is null)
                wrong.Add(entry.Name + ": no object model");
            else if (!s_incomplete.Contains(entry.Name) && read.Operations.Count != entry.Operations)
                wrong.Add($"{entry.Name}: {read.Operations.Count} operations, not {entry.Operations}");
            if (read.Document is not null && read.Document.Paths.Sum(p => p.Value.Operations?.Count ?? 0) != read.Operations.Count)
                wrong.Add(entry.Name + ": the object model has other operations");
            if (kind == "real")
                wrong.AddRange(FindMisplaced(entry, read));
            wrong.AddRange(FindNotEmitted(entry, read));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_document_that_is_wrong_on_purpose_does_harm()
    {
        foreach ((CorpusEntry entry, LoadedDocument read) in LoadAll("negative"))
            Assert.True(read.Document is not null || read.Findings.Count > 0, entry.Name);
    }

    /// <summary>The place of an operation is its method's name.</summary>
    private static IEnumerable<string> FindMisplaced(CorpusEntry entry, LoadedDocument read)
    {
        string text = File.ReadAllText(entry.Path);
        return read
            .Operations.Select(site => (site, Place: read.SourceMap.GetLocation(site.Pointer)))
            .Where(o =>
                o.Place.FilePath == read.SourceMap.Document.Path
                && text.Substring(o.Place.Span.Start, o.Place.Span.Length).Trim('"', '\'') != o.site.Method
            )
            .Select(o => $"{entry.Name}: {o.site.Pointer} is elsewhere");
    }

    /// <summary>Generates code from all documents that are read, to find a document that never ends or causes an internal error.</summary>
    private static IEnumerable<string> FindNotEmitted(CorpusEntry entry, LoadedDocument read)
    {
        LoweredClient? client = ClientBinder.Bind(read, s_settings, ItemNames.None, CancellationToken.None) is { } bound
            ? ClientLowering.Lower(bound, s_settings)
            : null;
        foreach (Finding finding in read.Findings.Where(f => f.Id == "CFG0099"))
            yield return $"{entry.Name}: {finding.Pointer}: {string.Join(" | ", finding.Arguments)}";
        if (
            client?.SourceFiles.Any(u => SourceFileEmitter.Emit(u).Length == 0) is true
            || (read.Operations.Count > 0 && client?.SourceFiles.OfType<ResourceModel>().Any() is not true)
        )
            yield return entry.Name + ": no code";
    }

    private IEnumerable<(CorpusEntry Entry, LoadedDocument Read)> LoadAll(string kind)
    {
        foreach (CorpusEntry entry in CorpusDocuments.Entries(output).Where(e => e.Class == kind))
        {
            DocumentText document = entry.Document();
            IReadOnlyList<DocumentText> references = entry.References();
            var clock = Stopwatch.StartNew();
            LoadedDocument read = DocumentLoader.Load(document, references, DocumentLoadOptions.All, CancellationToken.None);
            output.WriteLine($"{entry.Name}: {clock.ElapsedMilliseconds} ms, {read.Operations.Count} of {read.Outlines.Count} operations");
            foreach (Finding finding in read.Findings)
            {
                DiagnosticInfo info = finding.ToDiagnosticInfo(read.SourceMap.GetLocation(finding.Pointer));
                output.WriteLine(
                    $"    {info.Id} {info.Location!.LineSpan.Start.Line + 1},{info.Location.LineSpan.Start.Character + 1} {finding.Pointer}: {string.Join(" | ", finding.Arguments)}"
                );
                Assert.NotEqual("CFG0099", finding.Id);
            }

            yield return (entry, read);
        }
    }
}
