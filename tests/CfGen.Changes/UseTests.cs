using CfGen.Changes.Bases;
using CfGen.Changes.Mutations;
using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Changes;

/// <summary>The use of what changed, in code that uses all of a client: it uses every member that is not new.</summary>
public class UseTests
{
    private const int Rounds = 2;

    private static readonly Lazy<IReadOnlyList<BaseDocument>> s_documents = new(() => BaseDocuments.ReadOwn());

    public static TheoryData<string> Kinds => [.. Mutation.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Code_that_uses_a_whole_client_uses_each_change(string kind)
    {
        Mutation mutation = Mutation.All.Single(m => m.Name == kind);
        List<string> unused = [];
        foreach (BaseDocument document in s_documents.Value)
        {
            for (int round = 0; round < Rounds; round++)
            {
                var root = document.Copy();
                if (mutation.Apply(root, new Random(round)) && ClientUnderTest.Generate(root).Listing is { } listing)
                    unused.AddRange(FindUnused(document, ListingComparison.Compare(document.Listing, listing)));
            }
        }

        Assert.Equal([], unused);
    }

    private static IEnumerable<string> FindUnused(BaseDocument document, ComparisonResult result)
    {
        ChangedClient client = ListingStage.CreateClient(
            new DocumentText("/project/api.txt", SourceText.From(document.Listing.ToText())),
            document.Listing,
            result
        );
        var table = NameTable.Create([client.GetIdentifiers()]);
        CSharpCompilation project = CSharpCompilation.Create("Consumer", [document.Consumer], SdkPaths.All);
        ChangeUses uses = new(UseFinder.Find(project, [client], table, [], CancellationToken.None), client.Name, result.Reached);
        return result
            .Changes.Where(c => c.Kind != ChangeKind.Added && uses.Count(c.Used).Count == 0)
            .Select(c => $"{c.Impact} {c.Kind} {c.Member} '{c.Old}' -> '{c.New}'");
    }
}
