using System.Diagnostics;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Reading;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Reading;

public class CorpusTests(ITestOutputHelper output)
{
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

    [Theory]
    [InlineData("real")]
    [InlineData("conformance")]
    public void Every_document_reads_with_all_its_operations(string kind)
    {
        List<string> wrong = [];
        foreach ((Corpus.Entry entry, ReadDocument read) in ReadAll(kind))
        {
            if (read.Document is null) wrong.Add(entry.Name + ": no object model");
            else if (!s_incomplete.Contains(entry.Name) && read.Operations.Count != entry.Operations)
                wrong.Add($"{entry.Name}: {read.Operations.Count} operations, not {entry.Operations}");
            if (read.Document is not null && read.Document.Paths.Sum(p => p.Value.Operations?.Count ?? 0) != read.Operations.Count)
                wrong.Add(entry.Name + ": the object model has other operations");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_document_that_is_wrong_on_purpose_does_harm()
    {
        foreach ((Corpus.Entry entry, ReadDocument read) in ReadAll("negative"))
            Assert.True(read.Document is not null || read.Findings.Count > 0, entry.Name);
    }

    [Fact]
    public void The_pointers_of_all_operations_of_all_documents_have_their_places()
    {
        foreach ((Corpus.Entry entry, ReadDocument read) in ReadAll("real"))
        {
            string text = File.ReadAllText(entry.Path);
            foreach (OperationSite site in read.Operations)
            {
                DocumentPlace place = read.Positions.Find(site.Pointer);
                if (place.Path != read.Positions.Document.Path) continue;
                Assert.Equal(site.Method, text.Substring(place.Start, place.Length).Trim('"', '\''));
            }
        }
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
