namespace CfGen.Package.Tests;

/// <summary>The faults of a vendor's document do not stop a build that treats warnings as errors, unless the project wants that.</summary>
public sealed class StrictTests
{
    [Theory]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("", "-warnaserror")]
    public async Task A_faulty_document_stops_a_build_only_if_the_project_is_strict(string properties, params string[] more)
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.Orders" />""",
            "<TargetFramework>net10.0</TargetFramework>" + properties
        );
        consumer.Write(
            "api.yaml",
            "openapi: 3.0.3\ninfo: { title: Orders, version: '1' }\npaths:\n  /a: { get: { responses: { ok: { description: ok }, '204': { description: ok } } } }\n"
        );

        Assert.Contains(
            "CFG1133",
            Assert.Single((await consumer.BuildAsync(more)).Succeeded().Lines("warning CFG")),
            StringComparison.Ordinal
        );
        Outcome strict = await consumer.BuildAsync(["--no-restore", "--no-incremental", "-p:CfGenStrict=true", .. more]);
        Assert.Single(strict.Failed().Lines("error CFG1133"));
    }

    [Fact]
    public async Task A_warning_that_the_project_names_is_an_error()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.Orders" />""",
            "<TargetFramework>net10.0</TargetFramework><WarningsAsErrors>$(WarningsAsErrors);CFG1133</WarningsAsErrors>"
        );
        consumer.Write(
            "api.yaml",
            "openapi: 3.0.3\ninfo: { title: Orders, version: '1' }\npaths:\n  /a: { get: { responses: { ok: { description: ok } } } }\n"
        );

        Assert.Single((await consumer.BuildAsync()).Failed().Lines("error CFG1133"));
    }
}
