using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Documents;

/// <summary>The documents of the corpus by the rows of its index.</summary>
internal static class CorpusDocuments
{
    /// <summary>The rows; empty where there is no corpus.</summary>
    public static IReadOnlyList<CorpusEntry> Entries(ITestOutputHelper output) =>
        SharedData.Find("corpus/index.tsv", output) is { } index ? CorpusEntry.ReadIndex(index) : [];
}
