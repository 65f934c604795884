using System.Globalization;
using CfGen.Generator.Comparison;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Comparison;

/// <summary>The diagnostics of a document that changed: their kind, their place, and the use of what changed.</summary>
public class ComparisonTests
{
    private const string ListingPath = "/project/client.api.txt";

    private static readonly TestDocument s_pets = TestDocument
        .FromPaths(
            """
            /pets:
              get:
                operationId: listPets
                parameters: [ { name: limit, in: query, schema: { type: integer, format: int32, default: 20 } } ]
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
              post:
                operationId: addPet
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                responses: { '204': { description: ok } }
            """,
            """
            components:
              schemas:
                Pet:
                  type: object
                  required: [ name, kind ]
                  properties:
                    name: { type: string, maxLength: 10 }
                    kind: { $ref: '#/components/schemas/Kind' }
                    age: { type: integer, format: int32 }
                Kind: { type: string, enum: [ cat, dog ] }
            """
        )
        .With("ApiListing", ListingPath);

    [Theory]
    [InlineData("operationId: addPet", "operationId: addAnimal", "CFG5045", "addAnimal", "is safe")]
    [InlineData("age: { type: integer, format: int32 }", "size: { type: string }", "CFG5007", "Pet.Age", "breaks the source")]
    [InlineData("age: { type: integer, format: int32 }", "age: { type: string }", "CFG5019", "string?", "breaks the source")]
    [InlineData("name: limit", "name: max", "CFG5009", "PetsGetParameters.Limit", "breaks the source")]
    [InlineData("[ cat, dog ]", "[ cat ]", "CFG5013", "Kind.Dog", "breaks the source")]
    [InlineData("[ cat, dog ]", "[ cat, dog, fox ]", "CFG5043", "Kind.Fox", "is safe")]
    [InlineData("required: [ name, kind ]", "required: [ name, kind, age ]", "CFG5027", "Pet.Age", "breaks the source")]
    [InlineData("required: [ name, kind ]", "required: [ kind ]", "CFG5028", "Pet.Name", "breaks at run time only")]
    [InlineData("maxLength: 10", "maxLength: 5", "CFG5032", "max-length 5 instead of 10", "breaks at run time only")]
    [InlineData("maxLength: 10", "maxLength: 50", "CFG5033", "max-length 50 instead of 10", "is safe")]
    [InlineData("default: 20", "default: 50", "CFG5034", "default 50 instead of default 20", "breaks at run time only")]
    [InlineData("operationId: addPet", "operationId: addPet\n      deprecated: true", "CFG5040", "PetsResource.CreateAsync", "is safe")]
    [InlineData("age: { type: integer", "color: { type: string }\n        age: { type: integer", "CFG5042", "Pet.Color", "is safe")]
    public void A_change_is_reported_with_its_effect(string old, string with, string id, string text, string effect)
    {
        GeneratorRun run = GeneratorHost.Generate(s_pets.Replace(old, with), List(s_pets)).AssertCompiles();

        Diagnostic change = Assert.Single(run.Diagnostics, d => d.Id == id && GetMessage(d).Contains(text, StringComparison.Ordinal));
        Assert.Contains($"This {effect}, and the project does not use it.", GetMessage(change), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Info, change.Severity);
        Assert.Single(run.Diagnostics, d => d.Id == "CFG5046");
    }

    [Fact]
    public void A_change_is_at_the_line_of_the_new_document()
    {
        TestDocument changed = s_pets.Replace("maxLength: 10", "maxLength: 5").Replace("paths:", "# a comment\n\npaths:");
        Diagnostic change = Assert.Single(GeneratorHost.Generate(changed, List(s_pets)).Diagnostics, d => d.Id == "CFG5032");

        FileLinePositionSpan span = change.Location.GetLineSpan();
        Assert.Equal(changed.Path, span.Path);
        Assert.Contains("maxLength: 5", changed.Text.Split('\n')[span.StartLinePosition.Line], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_project_uses_is_a_warning_with_the_first_place()
    {
        GeneratorHost host = new(s_pets.Replace("maxLength: 10", "maxLength: 5"), List(s_pets));
        host.EditCode(
            """
            namespace Acme;

            internal static class Use
            {
                internal static string Of(Sample.Pet pet) => pet.Name + pet.Name;
            }
            """
        );
        Diagnostic change = Assert.Single(host.Run().Diagnostics, d => d.Id == "CFG5032");
        Assert.NotEqual(DiagnosticSeverity.Info, change.Severity);
        Assert.Contains("and the project uses it 2 times, first at Program.cs(5).", GetMessage(change), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_counts_the_changes_by_their_effect()
    {
        TestDocument changed = s_pets.Replace("maxLength: 10", "maxLength: 5").Replace("[ cat, dog ]", "[ cat, fox ]");
        Diagnostic summary = Assert.Single(GeneratorHost.Generate(changed, List(s_pets)).Diagnostics, d => d.Id == "CFG5046");

        Assert.Contains(
            "'client.api.txt'. Changes that break the source: 1, at run time only: 1, safe: 1.",
            GetMessage(summary),
            StringComparison.Ordinal
        );
        Assert.Equal(1, summary.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_client_that_is_as_listed_has_no_diagnostic() => GeneratorHost.Generate(s_pets, List(s_pets)).AssertNoDiagnostics();

    /// <summary>With its listing, the client has the listed names: these listings are of clients without one.</summary>
    [Theory]
    [InlineData("  /pets:", "  /animals:", nameof(ChangeKind.ResourceRenamed), "SampleClient.Pets")]
    [InlineData("  /pets:", "  /animals:", nameof(ChangeKind.TypeRenamed), "PetsGetParameters")]
    [InlineData("schemas/Kind", "schemas/Sort", nameof(ChangeKind.TypeRenamed), "Kind")]
    [InlineData("[ cat, dog ]", "[ fox, cat, dog ]", nameof(ChangeKind.EnumValueRenumbered), "Kind.Cat")]
    public void A_name_that_does_not_stay_is_found_again(string old, string with, string kind, string member)
    {
        TestDocument changed = s_pets
            .Replace(old, with)
            .Replace("    Kind:", with.Contains("Sort", StringComparison.Ordinal) ? "    Sort:" : "    Kind:");
        ComparisonResult result = ListingComparison.Compare(ReadListing(s_pets), ReadListing(changed));

        Assert.Contains(result.Changes, c => c.Kind.ToString() == kind && c.Member == member);
        Assert.DoesNotContain(result.Changes, c => c.Kind is ChangeKind.TypeRemoved or ChangeKind.MethodRemoved);
    }

    [Theory]
    [InlineData("Pet record schema=Pet sent\nPet record schema=Pet\n", "Pet record schema=Pet")]
    [InlineData("Pet record =\n", "Pet record =")]
    [InlineData("nothing\n", "nothing")]
    public void A_line_that_is_not_valid_is_reported_at_its_place(string lines, string line)
    {
        GeneratorRun run = GeneratorHost.Generate(
            s_pets,
            new TestDocument(ListingPath, "cfgen-api 1 Acme.Sample.SampleClient\n" + lines) { IsListing = true }
        );
        Diagnostic problem = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG2077", problem.Id);
        Assert.Contains($"'{line}'", GetMessage(problem), StringComparison.Ordinal);
        Assert.Equal(ListingPath, problem.Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_keystroke_compares_nothing_anew()
    {
        GeneratorHost host = new(s_pets.Replace("maxLength: 10", "maxLength: 5"), List(s_pets));
        host.Run();
        GeneratorRun second = host.EditCode("namespace Acme { internal static class Other { } }").Run();
        Assert.All(second.GetStepOutputs(Steps.Clients), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
        Assert.All(second.GetStepOutputs(Steps.ChangedClients), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
        Assert.All(second.GetStepOutputs(Steps.MemberUses), o => Assert.Equal(IncrementalStepRunReason.Unchanged, o.Reason));
    }

    [Fact]
    public void Each_kind_has_its_descriptor()
    {
        ChangeKind[] kinds = Enum.GetValues<ChangeKind>();
        Assert.Equal(kinds.Length + 1, ChangeFindings.Descriptors.Count);
        Assert.Equal("CFG5001", ChangeFindings.Change(ChangeKind.MethodRemoved, "#", "A", "b", "c", "", "").Id);
        Assert.Equal("CFG5026", ChangeFindings.Change(ChangeKind.ArgumentsReordered, "#", "A", "b", "c", "", "").Id);
        Assert.Equal("CFG5045", ChangeFindings.Change(ChangeKind.DetailChanged, "#", "A", "b", "c", "", "").Id);
    }

    private static ApiListing ReadListing(TestDocument document) =>
        ListingFile.Read(new DocumentText(ListingPath, SourceText.From(List(document).Text)), "Acme.Sample.SampleClient").Listing!;

    /// <summary>Returns the listing of a document as the file of its item.</summary>
    private static TestDocument List(TestDocument document)
    {
        GeneratorRun run = new GeneratorHost(document).WithWrittenListings().Run();
        return new TestDocument(ListingPath, ListingSource.TryRead(run.Sources.Values.Single())!.Value.Value) { IsListing = true };
    }

    private static string GetMessage(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
