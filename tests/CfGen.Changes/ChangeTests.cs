using CfGen.Changes.Bases;
using CfGen.Changes.Mutations;

namespace CfGen.Changes;

/// <summary>A part of what the program does, for each kind of change.</summary>
public class ChangeTests
{
    private const int Rounds = 3;
    private const int WireRounds = 1;

    private static readonly Lazy<IReadOnlyList<BaseDocument>> s_documents = new(() => BaseDocuments.ReadOwn());
    private static readonly Lazy<IReadOnlyList<BaseDocument>> s_net8 = new(() => BaseDocuments.ReadOwn(hasOverloads: false));

    public static TheoryData<string> Kinds => [.. Mutation.All.Select(m => m.Name)];

    [Fact]
    public void Code_that_uses_a_whole_client_compiles() => Assert.All(s_documents.Value.Concat(s_net8.Value), d => Assert.Empty(d.Errors));

    [Fact]
    public void Calls_of_the_old_client_succeed() =>
        Assert.All(s_documents.Value.SelectMany(d => d.Calls.Calls), c => Assert.False(c.IsFailed, $"{c.Name}: {c.Result}"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_comparison_says_what_the_compiler_and_the_server_see(string kind) => Check(s_documents.Value, kind);

    /// <summary>Clients of .NET 8 have no hidden overloads, and some changes break there only.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_comparison_says_what_the_compiler_sees_before_net9(string kind) => Check(s_net8.Value, kind);

    private static void Check(IReadOnlyList<BaseDocument> documents, string kind)
    {
        ChangeRun run = new(documents, seed: 1, WireRounds);
        run.Run(Mutation.All.Single(m => m.Name == kind), Rounds);
        Assert.InRange(run.Totals.Changes, 1, Rounds);
        Assert.True(run.Faults.Count == 0, string.Join('\n', run.Faults));
    }
}
