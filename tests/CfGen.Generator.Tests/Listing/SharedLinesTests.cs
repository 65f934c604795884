using CfGen.Generator.Keeping;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Keeping;

namespace CfGen.Generator.Tests.Listing;

/// <summary>A listing that shares the lines of another one has the same lines as one that shares none.</summary>
public class SharedLinesTests
{
    private const string Client = "Acme.Sample.SampleClient";

    private static readonly EquatableArray<SourceFileModel> s_files = GeneratorHost
        .Generate(KeptNameTests.Pets)
        .GetStepOutputs(Steps.Units)
        .Select(u => (SourceFileModel)u.Value)
        .ToEquatable();

    private static readonly ApiListing s_listing = ListingWriter.Create(s_files)!;

    private static readonly string[] s_lines = s_listing.ToText().TrimEnd('\n').Split('\n');

    public static TheoryData<string> KindsOfEdits => ["removed", "changed", "inserted", "twice", "cut off", "moved"];

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\n# a comment\n\n")]
    public void An_equal_text_is_the_listing(string lineBreak, string end)
    {
        var committed = ApiListing.FromText(Client, string.Join(lineBreak, s_lines) + end);
        Assert.Same(committed, ListingWriter.Create(s_files, committed, null)!.Listing);
        Assert.True(ListingWriter.Matches(s_files, committed));
    }

    [Theory]
    [MemberData(nameof(KindsOfEdits))]
    public void Another_text_changes_no_line(string edit)
    {
        for (int i = 2; i < s_lines.Length; i++)
        {
            var committed = ApiListing.FromText(Client, string.Join('\n', Edit(edit, i)));
            ApiListing listing = ListingWriter.Create(s_files, committed, null)!.Listing;
            Assert.NotSame(committed, listing);
            Assert.Equal(s_listing.Lines, listing.Lines);
            Assert.False(ListingWriter.Matches(s_files, committed));
        }
    }

    [Fact]
    public void Lines_of_models_that_stay_are_taken_over()
    {
        ClientListing before = ListingWriter.Create(s_files, null, null)!;
        foreach (NamePlan plan in GetPlans())
        {
            EquatableArray<SourceFileModel> renamed = new ClientRenamer(plan, new TypeRenamer(plan)).Rename(s_files);
            Assert.NotSame(s_files, renamed);
            ClientListing listing = ListingWriter.Create(renamed, null, before)!;
            Assert.Equal(ListingWriter.Create(renamed)!.Lines, listing.Listing.Lines);
            Assert.Contains(listing.Listing.Lines, line => before.Listing.Lines.Any(l => ReferenceEquals(l.Text, line.Text)));
        }
    }

    [Fact]
    public void The_lines_of_a_kind_are_found_in_a_text()
    {
        const string Text = """
            cfgen-api 1 Acme.Sample.SampleClient
            # A method b
            Pet record a="b method c"
            Pet.GetAsync method operation="GET /method x"
            Pet.method member name="a method "
            Pet.Other method
            """;
        foreach (string text in (string[])[Text, Text.ReplaceLineEndings("\r\n"), s_listing.ToText()])
        {
            var listing = ApiListing.FromText(Client, text);
            string[] kinds = [ListedKind.Method, ListedKind.Record, ListedKind.Member, ListedKind.Client];
            List<ListingLine>[] found = [.. kinds.Select(k => listing.GetLines(k).ToList())];
            for (int i = 0; i < kinds.Length; i++)
                Assert.Equal(listing.Lines.Where(l => ListedMember.TryParse(l)?.Kind == kinds[i]), found[i]);
        }

        Assert.Equal(2, ApiListing.FromText(Client, Text).GetLines(ListedKind.Method).Count());
    }

    private static List<string> Edit(string edit, int index)
    {
        List<string> lines = [.. s_lines];
        switch (edit)
        {
            case "removed":
                lines.RemoveAt(index);
                break;
            case "changed":
                lines[index] += " other";
                break;
            case "inserted":
                lines.Insert(index, lines[index] + " before");
                break;
            case "twice":
                lines.Insert(index, lines[index]);
                break;
            case "cut off":
                lines[index] = lines[index][..^1];
                break;
            default:
                (lines[index], lines[2 + ((index - 1) % (lines.Count - 2))]) = (lines[2 + ((index - 1) % (lines.Count - 2))], lines[index]);
                break;
        }

        return lines;
    }

    /// <summary>Gets plans that each give another name to one type, member, case or option.</summary>
    private static IEnumerable<NamePlan> GetPlans()
    {
        foreach (TypeModel type in s_files.SelectMany(TypeDirections.GetTypes))
        {
            NamePlan renamedType = new();
            renamedType.Types[type.Name] = "Z" + type.Name;
            yield return renamedType;
            if (type is not RecordModel record)
                continue;
            foreach (PropertyModel property in record.Properties)
            {
                NamePlan renamedMember = new();
                renamedMember.Members[(type.Name, property.Name)] = "Z" + property.Name;
                yield return renamedMember;
            }
        }

        // The methods name the option.
        NamePlan renamedOption = new();
        renamedOption.Options["ApiKey"] = "Secret";
        yield return renamedOption;
    }
}
