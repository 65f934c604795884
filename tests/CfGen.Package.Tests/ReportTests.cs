namespace CfGen.Package.Tests;

/// <summary>
/// The report of docs/reference/report.md appears in the output of the build, and does not break a build with warnings as errors.
/// </summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("", "-warnaserror")]
    public async Task The_report_is_printed_and_breaks_no_strict_build(string properties, params string[] more)
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" Operations="tag:*Risk*" />""",
            "<TargetFramework>net10.0</TargetFramework>" + properties
        );
        consumer.Write("api.yaml", Consumer.Specification);
        Assert.Empty((await consumer.BuildAsync(more)).Succeeded().Lines("CFG4"));

        Outcome build = (await consumer.BuildAsync(["--no-restore", "--no-incremental", "-p:CfGenReport=true", .. more])).Succeeded();
        Assert.Contains(
            build.Lines("warning CFG4001"),
            l => l.Contains("api.yaml(", StringComparison.Ordinal) && l.Contains("is an envelope", StringComparison.Ordinal)
        );
        Assert.Matches(
            @"api\.yaml\(\d+,\d+\): warning CFG4004: The document has 11 operations: 11 generated, 0 skipped, 0 not selected\.",
            Assert.Single(build.Lines("warning CFG4004"))
        );
    }
}
