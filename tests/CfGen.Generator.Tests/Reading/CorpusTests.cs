using System.Diagnostics;
using CfGen.Generator.Reading;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Reading;

public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_real_document_reads()
    {
        foreach (Corpus.Entry entry in Corpus.Entries(output))
        {
            var clock = Stopwatch.StartNew();
            ReadDocument read = DocumentReader.Read(entry.Document(), entry.References(), ReadingOptions.All, CancellationToken.None);
            output.WriteLine($"{entry.Class} {entry.Name}: {clock.ElapsedMilliseconds} ms, {read.Operations.Count} of {read.TotalOperations} (index {entry.Operations}), model {read.Document is not null}");
            foreach (Finding finding in read.Findings) output.WriteLine($"    {finding.Id} {finding.Pointer} {string.Join(" | ", finding.Arguments)}");
        }
    }
}
