using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static CfGen.Generator.Tests.Keeping.OlderCallCase;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>The lines of older signatures in a listing, and the report of what stays and what does not.</summary>
public class OlderCallListingTests
{
    [Fact]
    public void A_signature_stays_when_the_listing_is_written_anew_until_its_line_is_removed()
    {
        TestDocument before = Create("{ name: q, in: query, required: true, schema: { type: string } }", "");
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument listing = List(after, List(before));
        string[] lines = [.. listing.Text.Split('\n').Where(l => l.Contains(" older ", StringComparison.Ordinal))];

        Assert.Equal(
            [
                "ThingsResource.PutAsync(System.Guid,string) older call=id,q in=Path:id in=Query:q",
                "ThingsResource.PutAsync(string,string) older call=id,q in=Path:id in=Query:q",
            ],
            lines
        );
        GeneratorRun run = GeneratorHost.Generate(after, listing).AssertCompiles();
        Assert.Equal(GetOlder(GeneratorHost.Generate(after, List(before))), GetOlder(run));
        Assert.Equal(["CFG5050"], run.Diagnostics.Select(d => d.Id));
        Assert.Equal(listing.Text, List(after, listing).Text);

        TestDocument shorter = listing.Replace(lines[1] + "\n", "");
        Assert.Equal(2, GetOlder(GeneratorHost.Generate(after, shorter)).Length);
        TestDocument without = shorter.Replace(lines[0] + "\n", "");
        GeneratorHost.Generate(after, without).AssertNoDiagnostics();
        Assert.Equal(List(after.With("ApiListing", ListingPath)).Text, without.Text);
    }

    /// <summary>The signatures of three documents are there.</summary>
    [Fact]
    public void Signatures_add_up()
    {
        TestDocument first = Create("{ name: q, in: query, required: true, schema: { type: string } }", Body);
        TestDocument second = Create("{ name: q, in: query, schema: { type: string } }", Body);
        TestDocument third = Create(
            "{ name: q, in: query, schema: { type: string } }, { name: p, in: query, schema: { type: string } }",
            OptionalBody
        );
        TestDocument listing = List(third, List(second, List(first)));
        GeneratorRun run = GeneratorHost.Generate(third, listing).AssertCompiles();

        Assert.Equal(
            [
                "PutAsync(string id, _api::Thing body) => (id, body, null)",
                "PutAsync(string id, _api::Thing body, string q) => (id, body, new _api::ThingsPutParameters { Q = q })",
            ],
            GetOlder(run).Where(f => f.StartsWith("PutAsync(string", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(run.Diagnostics, d => GetMessage(d).Contains("breaks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signature_that_stays_is_no_break_and_is_reported_at_the_operation()
    {
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        GeneratorRun run = GeneratorHost.Generate(
            after,
            List(Create("{ name: q, in: query, required: true, schema: { type: string } }", ""))
        );

        Diagnostic kept = Assert.Single(run.Diagnostics, d => d.Id == "CFG5050");
        Assert.Equal(DiagnosticSeverity.Info, kept.Severity);
        Assert.Contains("ThingsResource.PutAsync keeps older signatures", GetMessage(kept), StringComparison.Ordinal);
        Assert.Contains("(System.Guid, string); (string, string)", GetMessage(kept), StringComparison.Ordinal);
        Assert.Contains("put:", after.Text.Split('\n')[kept.Location.GetLineSpan().StartLinePosition.Line], StringComparison.Ordinal);
        Assert.Contains(run.Diagnostics, d => d.Id == "CFG5025" && GetMessage(d).Contains("This is safe", StringComparison.Ordinal));
        Assert.Contains(
            run.Diagnostics,
            d => d.Id == "CFG5046" && GetMessage(d).Contains("break the source: 0,", StringComparison.Ordinal)
        );
    }

    /// <summary>.NET 8 has no overload, and the call of the code does not compile.</summary>
    [Theory]
    [InlineData("{ name: q, in: query, required: true, schema: { type: string } }", "c.Things.PutAsync(\"1\", \"q\")", "CFG5025")]
    [InlineData("", "c.Things.PutAsync(\"1\", new RequestOptions())", "CFG5026")]
    public void A_signature_does_not_stay_before_net9(string parameters, string call, string id)
    {
        string code = $"using CfGen; static class Program {{ static object Call(Acme.Sample.SampleClient c) => {call}; }}";
        TestDocument before = Create(parameters, "");
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        foreach (bool isNet9 in (bool[])[true, false])
        {
            GeneratorRun run = new GeneratorHost(after, List(before))
                .WithLanguageVersion(LanguageVersion.Latest, isNet9)
                .EditCode(code)
                .Run();
            if (isNet9)
                run.AssertCompiles();
            else
                Assert.Contains(run.CompilerDiagnostics, d => d.Location.SourceTree?.FilePath == "Program.cs");
            Assert.Equal(
                !isNet9,
                run.Diagnostics.Any(d =>
                    d.Id == id
                    && d.Severity > DiagnosticSeverity.Info
                    && GetMessage(d).Contains("This breaks the source", StringComparison.Ordinal)
                )
            );
            string count = isNet9 ? "break the source: 0," : "break the source: 1,";
            Assert.Contains(run.Diagnostics, d => d.Id == "CFG5046" && GetMessage(d).Contains(count, StringComparison.Ordinal));
        }
    }

    /// <summary>The parameter is gone that an older signature passes.</summary>
    [Fact]
    public void A_signature_that_cannot_stay_any_longer_breaks_the_source()
    {
        TestDocument before = Create("{ name: q, in: query, required: true, schema: { type: string } }", "");
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument last = Create("{ name: r, in: query, schema: { type: string } }", "");
        GeneratorRun run = GeneratorHost.Generate(last, List(after, List(before)));

        Assert.Empty(GetOlder(run));
        Diagnostic[] removed = [.. run.Diagnostics.Where(d => d.Id == "CFG5001")];
        Assert.Equal(2, removed.Length);
        Assert.All(removed, d => Assert.Contains("This breaks the source", GetMessage(d), StringComparison.Ordinal));
        Assert.Contains(removed, d => GetMessage(d).Contains("ThingsResource.PutAsync(string,string)", StringComparison.Ordinal));
    }

    /// <summary>The document is as it was: the present method has the signature, and its line goes.</summary>
    [Fact]
    public void A_signature_that_the_method_has_again_needs_no_line()
    {
        TestDocument before = Create("{ name: q, in: query, required: true, schema: { type: string } }", "");
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument listing = List(after, List(before));

        Assert.Equal(List(before).Text, List(before, listing).Text);
        Assert.DoesNotContain(GeneratorHost.Generate(before, listing).Diagnostics, d => d.Id is "CFG5001" or "CFG5050");
    }

    /// <summary>The name is that of another operation, whose calls mean something else.</summary>
    [Fact]
    public void A_signature_of_another_operation_does_not_stay()
    {
        TestDocument before = Create("{ name: q, in: query, required: true, schema: { type: string } }", "");
        TestDocument after = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument other = after.Replace("/things/{id}:", "/elsewhere/{id}:").Replace("putThing", "putOther");

        Assert.NotEmpty(GetOlder(GeneratorHost.Generate(after.Replace("putThing", "putOther"), List(before))));
        Assert.Empty(GetOlder(GeneratorHost.Generate(other, List(before))));
    }

    [Theory]
    [InlineData("ThingsResource.PutAsync(string,string older call=id,q in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string) older call=id,q in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,q in=Path:id")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,id in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,q? in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string?,string) older call=id?,q in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,q){} in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,options in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older")]
    public void A_line_that_is_not_valid_is_reported_and_keeps_nothing(string line)
    {
        TestDocument things = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument listing = List(things);
        GeneratorRun run = GeneratorHost.Generate(things, listing with { Text = listing.Text + line + "\n" });

        Diagnostic problem = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG2077", problem.Id);
        Assert.Contains($"'{line}'", GetMessage(problem), StringComparison.Ordinal);
        Assert.Equal(ListingPath, problem.Location.GetLineSpan().Path);
        Assert.Empty(GetOlder(run));
    }

    [Theory]
    [InlineData("ThingsResource.PutAsync(NoSuchType,string) older call=id,q in=Path:id in=Query:q")]
    [InlineData("ThingsResource.PutAsync(string,string) older call=id,q in=Path:id in=Header:q")]
    [InlineData("ThingsResource.PutAsync(string,ThingsPutParameters?) older call=id,q? in=Path:id in=Query:q")]
    [InlineData("NothingResource.PutAsync(string) older call=id in=Path:id")]
    public void A_line_whose_arguments_the_client_does_not_have_keeps_nothing(string line)
    {
        TestDocument things = Create("{ name: q, in: query, schema: { type: string } }", "");
        TestDocument listing = List(things);
        GeneratorRun run = GeneratorHost.Generate(things, listing with { Text = listing.Text + line + "\n" });

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Empty(GetOlder(run));
        Assert.Equal(["CFG5001", "CFG5046"], run.Diagnostics.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_emitted_for_the_code_of_the_project_has_them()
    {
        TestDocument after = Create("{ name: q, in: query, schema: { $ref: '#/components/schemas/State' } }", "")
            .With("Emit", "used")
            .With("Access", "internal");
        GeneratorHost host = new GeneratorHost(
            after,
            List(Create("{ name: q, in: query, required: true, schema: { type: string } }", ""))
        ).WithUsedOnly();
        host.EditCode(
            """
            internal static class Use
            {
                internal static System.Threading.Tasks.Task Call(Acme.Sample.SampleClient client) => client.Things.PutAsync("1", "open");
            }
            """
        );
        GeneratorRun run = host.Run().AssertCompiles();

        Assert.Equal(4, GetOlder(run).Length);
        Assert.DoesNotContain("Acme.Sample.OthersResource.g.cs", run.Sources.Keys);
    }
}
