namespace CfGen.Package.Tests;

/// <summary>
/// A project that commits the generated code, as docs/guides/committed-code.md describes, sees the effect of a new document in the
/// difference.
/// </summary>
public sealed class SnapshotTests
{
    private const string Items = """
        <OpenApiClient Include="specs/api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" />
        <Compile Remove="Generated/**" />
        """;

    private const string Properties = """
        <TargetFramework>net10.0</TargetFramework>
        <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
        <CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>
        """;

    [Fact]
    public async Task An_update_of_the_document_shows_as_exactly_its_difference()
    {
        using Consumer consumer = new();
        consumer.WriteProject(Consumer.Reference + Items, Properties);
        consumer.Write("specs/api.yaml", Consumer.Specification);
        (await consumer.BuildAsync()).Succeeded();
        Dictionary<string, string[]> committed = Generated(consumer);
        Assert.Contains("Acme.Cloudflare.SummaryResource.g.cs", committed.Keys);

        // Built again from nothing, the copy is the same to the byte.
        Directory.Delete(consumer.PathOf("obj"), recursive: true);
        (await consumer.BuildAsync()).Succeeded();
        Assert.Equal(committed, Generated(consumer));

        // The last schema of the document gets a member: nothing above it moves.
        const string Before = "        max_risk_level:\n          $ref: '#/components/schemas/risk_level'\n";
        const string Added = Before + "        department:\n          type: string\n          description: Where the user works.\n";
        int place = Consumer.Specification.LastIndexOf(Before, StringComparison.Ordinal);
        Assert.True(place > 0, "The document no longer has the member after which this test adds one.");
        consumer.Write("specs/api.yaml", Consumer.Specification.Remove(place, Before.Length).Insert(place, Added));
        (await consumer.BuildAsync()).Succeeded();
        Dictionary<string, string[]> updated = Generated(consumer);

        Assert.Equal(committed.Keys.Order(), updated.Keys.Order());
        string changed = Assert.Single(committed.Keys, file => !committed[file].SequenceEqual(updated[file]));
        Assert.Equal("Acme.Cloudflare.SummaryResource.g.cs", changed);
        Assert.Empty(committed[changed].Except(updated[changed]));
        Assert.Equal(
            [
                "if (r.IsProperty(\"department\"u8)) Department = r.StringOrNull();",
                "/// <summary>Where the user works.</summary>",
                "public string? Department { get; init; }",
                "w.String(\"department\"u8, value.Department);",
            ],
            updated[changed].Except(committed[changed]).Select(line => line.Trim())
        );
    }

    private static Dictionary<string, string[]> Generated(Consumer consumer) =>
        Directory
            .EnumerateFiles(consumer.PathOf("Generated"), "*.g.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).StartsWith("Acme.", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllLines, StringComparer.Ordinal);
}
