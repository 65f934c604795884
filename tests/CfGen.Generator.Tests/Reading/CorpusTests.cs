using System.Diagnostics;
using CfGen.Generator.Binding;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Reading;

public class CorpusTests(ITestOutputHelper output)
{
    private static readonly ClientSettings s_settings = new("Acme", "Acme.Api", "AcmeClient", [], Records: true, "public", Interfaces: false);

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
        foreach ((Corpus.Entry entry, ReadDocument read) in ReadAll(kind))
        {
            if (read.Document is null) wrong.Add(entry.Name + ": no object model");
            else if (!s_incomplete.Contains(entry.Name) && read.Operations.Count != entry.Operations)
                wrong.Add($"{entry.Name}: {read.Operations.Count} operations, not {entry.Operations}");
            if (read.Document is not null && read.Document.Paths.Sum(p => p.Value.Operations?.Count ?? 0) != read.Operations.Count)
                wrong.Add(entry.Name + ": the object model has other operations");
            if (kind == "real")
                wrong.AddRange(Misplaced(entry, read));
            wrong.AddRange(NotEmitted(entry, read));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_document_that_is_wrong_on_purpose_does_harm()
    {
        foreach ((Corpus.Entry entry, ReadDocument read) in ReadAll("negative"))
            Assert.True(read.Document is not null || read.Findings.Count > 0, entry.Name);
    }

    /// <summary>The place of an operation is its method's name.</summary>
    private static IEnumerable<string> Misplaced(Corpus.Entry entry, ReadDocument read)
    {
        string text = File.ReadAllText(entry.Path);
        return read.Operations
            .Select(site => (site, Place: read.Positions.Find(site.Pointer)))
            .Where(o => o.Place.Path == read.Positions.Document.Path && text.Substring(o.Place.Start, o.Place.Length).Trim('"', '\'') != o.site.Method)
            .Select(o => $"{entry.Name}: {o.site.Pointer} is elsewhere");
    }

    /// <summary>What is read goes all the way to text: a document that keeps the generator for ever, or faults in it, is found here.</summary>
    private static IEnumerable<string> NotEmitted(Corpus.Entry entry, ReadDocument read)
    {
        BoundClient client = ClientBinder.Bind(read, s_settings, null, CancellationToken.None);
        foreach (Finding finding in client.Findings.Where(f => f.Id == "CFG0099"))
            yield return $"{entry.Name}: {finding.Pointer}: {string.Join(" | ", finding.Arguments)}";
        if (client.Units.Any(u => UnitEmitter.Emit(u).Length == 0) || (read.Operations.Count > 0 && !client.Units.OfType<ResourceUnit>().Any()))
            yield return entry.Name + ": no code";
    }

    private IEnumerable<(Corpus.Entry Entry, ReadDocument Read)> ReadAll(string kind)
    {
        foreach (Corpus.Entry entry in Corpus.Entries(output).Where(e => e.Class == kind))
        {
            DocumentText document = entry.Document();
            IReadOnlyList<DocumentText> references = entry.References();
            var clock = Stopwatch.StartNew();
            ReadDocument read = DocumentReader.Read(document, references, ReadingOptions.All, CancellationToken.None);
            output.WriteLine($"{entry.Name}: {clock.ElapsedMilliseconds} ms, {read.Operations.Count} of {read.Outlines.Count} operations");
            foreach (Finding finding in read.Findings)
            {
                DiagnosticInfo info = finding.ToDiagnosticInfo(read.Positions);
                output.WriteLine($"    {info.Id} {info.Location!.LineSpan.Start.Line + 1},{info.Location.LineSpan.Start.Character + 1} {finding.Pointer}: {string.Join(" | ", finding.Arguments)}");
                Assert.NotEqual("CFG0099", finding.Id);
            }

            yield return (entry, read);
        }
    }
}
