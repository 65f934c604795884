using CfGen.Changes.Bases;
using CfGen.Changes.Versions;

namespace CfGen.Changes;

/// <summary>A part of what the program does with versions of documents.</summary>
public class VersionTests
{
    private const int Versions = 12;

    [Fact]
    public void Each_difference_of_made_versions_is_named_once_and_renames_are_found()
    {
        VersionRun run = new();
        foreach (BaseDocument document in BaseDocuments.ReadOwn())
        {
            for (int i = 0; i < Versions; i++)
                run.Run(document, i);
        }

        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults));
        Assert.True(run.Renames > 2 * Versions, $"{run.Renames} renames");
        Assert.True(run.Lost.Count * 10 <= run.Renames, $"{run.Lost.Count} of {run.Renames} are lost:\n{string.Join('\n', run.Lost)}");
    }

    [Fact]
    public void Each_difference_of_two_versions_of_the_corpus_is_named_once()
    {
        VersionRun run = new();
        VersionCommand.RunPair(run, "docker-engine-v2.yaml", "docker-engine-3.0.yaml");
        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults));
    }
}
