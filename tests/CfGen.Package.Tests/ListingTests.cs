namespace CfGen.Package.Tests;

/// <summary>The target that writes the listings, in a project with several frameworks and clients whose code does not compile.</summary>
public sealed class ListingTests
{
    [Fact]
    public async Task The_target_writes_all_listings_although_the_code_of_the_project_does_not_compile()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """
                <OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" ApiListing="listings #1/cloudflare.api.txt" />
                <OpenApiClient Include="other.yaml" Namespace="Acme.Other" ApiListing="other.api.txt" />
                """,
            "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("other.yaml", Consumer.Specification);
        consumer.Write("Use.cs", "internal static class Use { private const int Broken = \"text\"; }");
        (await consumer.BuildAsync("-t:WriteApiListing")).Succeeded();
        string listing = consumer.PathOf("listings #1/cloudflare.api.txt");
        Assert.StartsWith("cfgen-api 1 Acme.Cloudflare.CloudflareClient\n", await File.ReadAllTextAsync(listing), StringComparison.Ordinal);
        Assert.StartsWith(
            "cfgen-api 1 Acme.Other.CloudflareClient\n",
            await File.ReadAllTextAsync(consumer.PathOf("other.api.txt")),
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetDirectories(consumer.PathOf("obj"), "CfGen.listing", SearchOption.AllDirectories));

        // A narrower rule of a method that the code calls, once per framework.
        consumer.Write("api.yaml", Consumer.Specification.Replace("maxLength: 32", "maxLength: 31", StringComparison.Ordinal));
        consumer.Write(
            "Use.cs",
            "internal static class Use { internal static object Of(Acme.Cloudflare.CloudflareClient c) => c.ZeroTrust.RiskScoring.GetAsync(\"\", \"\"); }"
        );
        Outcome changed = (await consumer.BuildAsync("--no-restore", "-f", "net10.0", "-warnaserror")).Succeeded();
        Assert.Contains(
            changed.Lines("warning CFG5032"),
            l =>
                l.Contains("RiskScoringResource.GetAsync(accountId)", StringComparison.Ordinal)
                && l.Contains("at Use.cs(1)", StringComparison.Ordinal)
        );
        Assert.Single(changed.Lines("warning CFG5046"));

        consumer.Write("api.yaml", Consumer.Specification);
        File.Delete(consumer.PathOf("other.api.txt"));
        Outcome build = (await consumer.BuildAsync("--no-restore", "-f", "net10.0")).Succeeded();
        Assert.Contains("other.api.txt", Assert.Single(build.Lines("warning ")), StringComparison.Ordinal);
        Assert.Matches(@"Acme\.csproj\(\d+.*: warning CFG2070", Assert.Single(build.Lines("warning ")));
    }
}
