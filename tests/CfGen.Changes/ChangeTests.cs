using CfGen.Changes.Mutations;

namespace CfGen.Changes;

/// <summary>A part of what the program does, for each kind of change.</summary>
public class ChangeTests
{
    private const int Rounds = 3;

    private static readonly Lazy<IReadOnlyList<BaseDocument>> s_documents = new(() => BaseDocument.ReadAll(hasCorpus: false));

    public static TheoryData<string> Kinds => [.. Mutation.All.Select(m => m.Name)];

    [Fact]
    public void Code_that_uses_a_whole_client_compiles() => Assert.All(s_documents.Value, d => Assert.Empty(d.Errors));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_comparison_reports_a_break_of_the_source_if_the_compiler_does(string kind)
    {
        ChangeRun run = new(s_documents.Value, seed: 1);
        run.Run(Mutation.All.Single(m => m.Name == kind), Rounds);
        Assert.Equal(Rounds, run.Count);
        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults));
    }
}
