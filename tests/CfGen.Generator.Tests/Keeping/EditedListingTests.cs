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
        TestDocument wrong = Edit(line, edited);

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

    /// <summary>Lines that somebody edited, or that a merge left: the client is there, and compiles.</summary>
    [Theory]
    [InlineData("Pet record schema=Pet", "Pet record")]
    [InlineData("PetsResource.ListAsync method ", "PetsResource.ListAsync method")]
    [InlineData("PetsResource.ListAsync method ", "ListAsync method ")]
    [InlineData("PetsResource.ListAsync method ", ".ListAsync method ")]
    [InlineData("PetsResource.ListAsync method ", "PetsResource. method ")]
    [InlineData("SampleClient.Pets resource ", "SampleClient.Pets resource type=PetResource\nSampleClient.Pets resource ")]
    [InlineData("SampleClient.Pets resource ", "SampleClient.Pets resource\nSampleClient. resource ")]
    [InlineData("Pet.Name member ", "Pet.Name argument ")]
    [InlineData("Pet.Name member ", "Pet.Name body ")]
    [InlineData("Pet.Name member ", "Pet. member ")]
    [InlineData("Pet.Name member ", ".Name member ")]
    [InlineData("PetsListParameters.Tag parameter", "PetsListParameters. parameter")]
    [InlineData("PetsListParameters.Tag parameter", "PetsListParameters.Tag() parameter")]
    [InlineData("Thing(box) case", "Thing() case")]
    [InlineData("Thing(box) case", "Thing( case")]
    [InlineData("PetsResource.ListAsync(limit) argument", "PetsResource.ListAsync() argument")]
    [InlineData("PetsResource.ListAsync(limit) argument", "PetsResource.ListAsync(limit argument")]
    [InlineData("Kind.Cat value", "Kind value")]
    [InlineData("Kind.Cat value", "Kind.Cat unknown")]
    [InlineData("Pet record ", "foo record schema=Pet\nfoo.ListAsync method operation=\"GET /pets\" id=listPets\nPet record ")]
    [InlineData("SampleClientOptions.ApiKey credential", "SampleClientOptions.SampleClientOptions credential")]
    [InlineData("SampleClientOptions.ApiKey credential", "SampleClientOptions. credential")]
    public void A_line_of_another_form_leaves_the_client(string line, string edited)
    {
        TestDocument wrong = Edit(line, edited);
        AssertGenerated(wrong);
        AssertGenerated(wrong with { Text = string.Join('\n', wrong.Text.Split('\n').Reverse().Prepend(wrong.Text.Split('\n')[0])) });
    }

    /// <summary>Nothing of a hostile listing takes time or stack without a limit.</summary>
    [Fact]
    public void A_listing_can_be_of_any_size()
    {
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        string question = new('?', 50_000);
        AssertGenerated(Append(listing, $"PetsResource.ListAsync(string{question},int) older call=tag?,limit in=Query:tag in=Query:limit"));
        string lists = string.Concat(Enumerable.Repeat("IReadOnlyList<", 20_000)) + "string" + new string('>', 20_000);
        AssertGenerated(Append(listing, $"PetsResource.ListAsync({lists},int) older call=tag?,limit in=Query:tag in=Query:limit"));
        AssertGenerated(Append(listing, "# " + string.Concat(Enumerable.Repeat(" method record resource", 100_000))));
        AssertGenerated(Append(listing, "A record name=\"" + string.Concat(Enumerable.Repeat(" method record resource", 100_000)) + "\""));
        AssertGenerated(
            Append(
                listing,
                string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"A{i}.B resource type=A{i + 1}"))
                    + "\nSampleClient.A resource type=A0\nA19999.ListAsync method operation=\"GET /pets\" id=listPets"
            )
        );
    }

    /// <summary>A type cannot have the name of its member.</summary>
    [Theory]
    [InlineData("Kind", "Cat")]
    [InlineData("Box", "Size")]
    [InlineData("PetsListParameters", "Tag")]
    public void A_type_with_the_name_of_its_member_gives_the_member_another_name(string type, string name)
    {
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        string edited = System.Text.RegularExpressions.Regex.Replace(listing.Text, $@"(?<!=)\b{type}\b|(?<=type=){type}\b", name);
        Assert.Contains($"\n{name} ", edited, StringComparison.Ordinal);
        string[] lines = edited.TrimEnd('\n').Split('\n');
        string[] sorted = [.. lines[..2], .. lines[2..].Order(StringComparer.Ordinal)];
        string text = AssertGenerated(listing with { Text = string.Join('\n', sorted) });
        Assert.Matches($@"(record|struct) {name}\b", text);
    }

    /// <summary>Basic authentication has a variable for the name and one for the password.</summary>
    [Theory]
    [InlineData("SAMPLE_NAME", false)]
    [InlineData("SAMPLE_NAME,SAMPLE_SECRET", true)]
    [InlineData("SAMPLE_ONE,SAMPLE_TWO,SAMPLE_THREE", false)]
    public void Environment_variables_stay_if_there_are_as_many(string variables, bool isKept)
    {
        TestDocument basic = KeptNameTests.Pets.Replace(
            "key: { type: apiKey, in: header, name: X-Key }",
            "key: { type: http, scheme: basic }"
        );
        TestDocument listing = KeptNameTests.List(basic);
        Assert.Contains("environment=SAMPLE_USERNAME,SAMPLE_PASSWORD", listing.Text, StringComparison.Ordinal);
        GeneratorRun run = GeneratorHost
            .Generate(basic, listing.Replace("environment=SAMPLE_USERNAME,SAMPLE_PASSWORD", "environment=" + variables))
            .AssertCompiles();
        string text = string.Concat(run.Sources.Values);
        Assert.Equal(isKept, text.Contains(variables.Split(',')[0], StringComparison.Ordinal));
        Assert.Equal(!isKept, text.Contains("SAMPLE_USERNAME", StringComparison.Ordinal));
    }

    /// <summary>Edits the beginning of a line.</summary>
    private static TestDocument Edit(string line, string edited)
    {
        TestDocument listing = KeptNameTests.List(KeptNameTests.Pets);
        TestDocument result = listing with { Text = listing.Text.Replace("\n" + line, "\n" + edited, StringComparison.Ordinal) };
        Assert.NotEqual(listing.Text, result.Text);
        return result;
    }

    private static TestDocument Append(TestDocument listing, string line) => listing with { Text = listing.Text + line + "\n" };

    private static string AssertGenerated(TestDocument listing)
    {
        GeneratorRun run = GeneratorHost.Generate(KeptNameTests.Pets, listing).AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.Contains(run.Sources.Keys, k => k.EndsWith("SampleClient.g.cs", StringComparison.Ordinal));
        return string.Concat(run.Sources.Values);
    }
}
