using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Listing;

/// <summary>A listing that cannot be used is one warning, and the client is generated as without it.</summary>
public class ListingFileTests
{
    private const string ListingPath = "/project/client.api.txt";
    private const string Header = "cfgen-api 1 Acme.Cloudflare.CloudflareClient\n";

    private static readonly TestDocument s_document = TestDocument.Score.With("ApiListing", ListingPath);

    [Theory]
    [InlineData("CFG2071", 1, "")]
    [InlineData("CFG2071", 1, "\n\n")]
    [InlineData("CFG2071", 1, "# a comment\n")]
    [InlineData("CFG2072", 3, Header + "A record\n<<<<<<< HEAD\nB record\n=======\nC record\n>>>>>>> other\n")]
    [InlineData("CFG2072", 1, "<<<<<<< HEAD\n" + Header + "=======\n" + Header + ">>>>>>> other\n")]
    [InlineData("CFG2073", 1, "A record\n" + Header)]
    [InlineData("CFG2073", 2, "\nopenapi: 3.0.3\n")]
    [InlineData("CFG2074", 1, "cfgen-api 2 Acme.Cloudflare.CloudflareClient\n")]
    [InlineData("CFG2074", 1, "cfgen-api one Acme.Cloudflare.CloudflareClient\n")]
    [InlineData("CFG2075", 1, "cfgen-api 1 Acme.Other.CloudflareClient\n")]
    public void A_problem_is_reported_once_at_its_line(string id, int line, string text)
    {
        GeneratorRun run = GeneratorHost.Generate(s_document, new TestDocument(ListingPath, text) { IsListing = true });

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity));
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal((ListingPath, line - 1), (span.Path, span.StartLinePosition.Line));
        Assert.Equal(GeneratorHost.Generate(TestDocument.Score).Sources, run.Sources);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_reported_at_the_item()
    {
        GeneratorRun run = GeneratorHost.Generate(s_document);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG2070", diagnostic.Id);
        Assert.Equal(ProjectOptions.ProjectFile, diagnostic.Location.GetLineSpan().Path);
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void A_build_that_writes_the_listing_reports_no_problem_of_the_old_one()
    {
        GeneratorHost host = new(s_document, new TestDocument(ListingPath, "<<<<<<< HEAD\n") { IsListing = true });
        Assert.Single(host.WithWrittenListings().Run().AssertNoDiagnostics().Sources);
    }

    [Fact]
    public void A_listing_that_changed_generates_the_other_client_from_the_cache()
    {
        TestDocument other = TestDocument
            .FromPaths("/one: { get: { responses: { '200': { description: ok } } } }")
            .With("Namespace", "Acme.One");
        TestDocument listing = new(ListingPath, "") { IsListing = true };
        GeneratorHost host = new(s_document, other, listing);
        host.Run();
        GeneratorRun second = host.Edit(listing with { Text = Header }).Run();
        Assert.Equal(1, second.GetStepOutputs(Steps.Clients).Count(o => o.Reason == IncrementalStepRunReason.Cached));
        Assert.All(second.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
