using CfGen.Mutants;

namespace CfGen.Generator.Tests.Architecture;

/// <summary>
/// The lists of <c>tests/mutants</c> follow the code: whoever changes a line that a mutant edits changes the mutant too. The command itself
/// builds and tests each mutant, which takes minutes; here only its edit and its test are looked up.
/// </summary>
public class MutantTests
{
    private static readonly Mutant s_example = new("wrong", "RetryPolicy.cs", "not there", "", "Runtime", "RetryTests", "list(1)");

    [Fact]
    public void Every_edit_applies_and_every_test_exists()
    {
        string root = SharedData.RepositoryRoot;
        IReadOnlyList<Mutant> mutants = MutantList.Read(root);
        List<string> wrong = [];
        foreach (Mutant mutant in mutants)
        {
            try
            {
                MutantEdit edit = mutant.Apply(root);
                if (edit.Edited == edit.Original)
                    wrong.Add($"{mutant.Place}: the edit changes nothing.");
            }
            catch (MutantException e)
            {
                wrong.Add(e.Message);
            }

            string type = mutant.Test.Split('.')[0];
            string folder = Path.Combine(root, "tests", $"CfGen.{mutant.Project}.Tests");
            if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, type + ".cs", SearchOption.AllDirectories).Any())
                wrong.Add($"{mutant.Place}: there is no {type}.cs in the tests of {mutant.Project}.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(mutants.Count, 60, int.MaxValue);
    }

    [Fact]
    public void An_edit_that_does_not_apply_says_where_it_is_written()
    {
        string root = SharedData.RepositoryRoot;

        Assert.StartsWith("list(1): ", Assert.Throws<MutantException>(() => s_example.Apply(root)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "list(1): ",
            Assert.Throws<MutantException>(() => (s_example with { Find = ";" }).Apply(root)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "list(1): 0 source files",
            Assert.Throws<MutantException>(() => (s_example with { File = "None.cs" }).Apply(root)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void White_space_does_not_count()
    {
        string root = SharedData.RepositoryRoot;
        Mutant mutant = s_example with { Find = "internalstaticclass RetryPolicy {", Replacement = "class Other {" };

        MutantEdit edit = mutant.Apply(root);

        Assert.Contains("\nclass Other {", edit.Edited, StringComparison.Ordinal);
        Assert.DoesNotContain("class RetryPolicy", edit.Edited, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mutant: a\nfile: b.cs\nfind: c\ntest: Runtime T", "x.mutants(1): the mutant has no 'with'.")]
    [InlineData("\n# comment\nmutant: a\nfile: b.cs\nfind: c\nwith:\ntest: T", "x.mutants(3): 'test' is a test project")]
    [InlineData("mutant: a\nfiles: b.cs", "x.mutants(2): 'files' is not expected here.")]
    [InlineData("mutant: a\nmutant: b", "x.mutants(2): 'mutant' is not expected here.")]
    public void A_list_that_is_not_well_formed_says_where(string text, string message) =>
        Assert.StartsWith(
            message,
            Assert.Throws<MutantException>(() => MutantList.Parse("x.mutants", text.Split('\n'))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_list_is_read_whole()
    {
        IReadOnlyList<Mutant> mutants = MutantList.Parse(
            "x.mutants",
            [
                "mutant: a: b",
                "file: c.cs",
                "find: d: e",
                "with:",
                "test: Runtime F.G",
                "",
                "# more",
                "mutant: h",
                "file: i.cs",
                "find: j",
                "with: k",
                "test: Client L",
            ]
        );

        Assert.Equal(
            [
                new("a: b", "c.cs", "d: e", "", "Runtime", "F.G", "x.mutants(1)"),
                new Mutant("h", "i.cs", "j", "k", "Client", "L", "x.mutants(8)"),
            ],
            mutants
        );
    }
}
