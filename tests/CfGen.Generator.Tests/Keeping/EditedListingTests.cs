using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>Listings that people and merges edited: names that are taken over, and names that are not.</summary>
public class EditedListingTests
{
    /// <summary>A listing is edited by people and by merges: what it has is a name, or it is not used.</summary>
    [Theory]
    [InlineData("PetsResource.ListAsync ", "PetsResource.Li{st}Async ")]
    [InlineData("PetsResource.ListAsync ", "PetsResource.publicAsync ")]
    [InlineData("SampleClient.Pets resource type=PetsResource", "SampleClient.Pe(ts resource type=PetsResource")]
    [InlineData("SampleClient.Pets resource type=PetsResource", "SampleClient.Pets resource type=x;class{}")]
    [InlineData("SampleClient.Pets resource type=PetsResource", "SampleClient.Pets resource type=System")]
    [InlineData("Pet.Name member", "Pet./*name member")]
    [InlineData("Pet.Name member", "Pet.ToString member")]
    [InlineData("Pet.Name member", "Pet.Pet member")]
    [InlineData("Kind.Cat value", "Kind.Known value")]
    [InlineData("Kind.Cat value known=1", "Kind.Cat value known=2")]
    [InlineData("Kind.Cat value known=1", "Kind.Cat value known=-1")]
    [InlineData("Kind.Cat value known=1", "Kind.Cat value known=99999999999")]
    [InlineData("SampleClientOptions.ApiKey credential", "SampleClientOptions.BaseUrl credential")]
    [InlineData("PetsResource.ListAsync(limit) argument", "PetsResource.ListAsync(options) argument")]
    [InlineData("PetsListParameters.Tag parameter", "PetsListParameters.PetsListParameters parameter")]
    [InlineData("PetOwner record", "SampleClient record")]
    [InlineData("PetOwner record", "PETSRESOURCE record")]
    [InlineData("PetOwner record", "String record")]
    public void A_name_that_C_sharp_does_not_allow_is_not_taken(string line, string edited)
    {
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        TestDocument wrong = listing with { Text = listing.Text.Replace("\n" + line, "\n" + edited, StringComparison.Ordinal) };
        Assert.NotEqual(listing.Text, wrong.Text);

        GeneratorRun run = GeneratorHost.Generate(KeptNameTests.Pets, wrong).AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.DoesNotContain(run.Sources.Values, t => t.Contains("Cat = 2,", StringComparison.Ordinal));
        // The names of the rules are those of the whole listing.
        Assert.Contains(run.Sources.Values, t => t.Contains("partial record Pet ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_edited_is_taken()
    {
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        string edited = listing
            .Text.Replace("\nPetsResource.ListAsync", "\nPetsResource.FindAllAsync", StringComparison.Ordinal)
            .Replace("\nPet.Name ", "\nPet.CallName ", StringComparison.Ordinal)
            .Replace("PetOwner", "Keeper", StringComparison.Ordinal);
        GeneratorRun run = GeneratorHost.Generate(KeptNameTests.Pets, listing with { Text = edited }).AssertCompiles();

        string text = string.Concat(run.Sources.Values);
        Assert.Contains(" FindAllAsync(", text, StringComparison.Ordinal);
        Assert.Contains(" CallName ", text, StringComparison.Ordinal);
        Assert.Contains("partial record KeeperAddress ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PetOwner", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_lines_that_are_removed_are_those_of_the_rules()
    {
        TestDocument changed = KeptNameTests.Change(["schemas/Pet'", "schemas/Animal'", "    Pet:", "    Animal:"]);
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        string rest = string.Concat(
            listing
                .Text.Split('\n')
                .Where(l => !l.StartsWith("Pet ", StringComparison.Ordinal) && !l.StartsWith("Pet.", StringComparison.Ordinal))
                .Select(l => l + "\n")
        );
        string written = KeptNameTests.List(changed, listing with { Text = rest }).Text;

        Assert.Contains("Animal record schema=Animal", written, StringComparison.Ordinal);
        Assert.Contains("PetOwner record", written, StringComparison.Ordinal);
    }
}
