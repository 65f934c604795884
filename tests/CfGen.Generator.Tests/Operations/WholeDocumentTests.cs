using CfGen.Generator.Tests.Generation;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;
using Document = CfGen.Generator.Tests.Generation.Document;

namespace CfGen.Generator.Tests.Operations;

/// <summary>The largest real document at hand: nothing of it is left out.</summary>
public sealed class WholeDocumentTests(ITestOutputHelper output)
{
    private const string Cloudflare = "corpus/cloudflare-api-2024-08-06.json";

    [Fact]
    public void Every_operation_is_generated_and_all_of_it_compiles()
    {
        if (SharedData.Find(Cloudflare, output) is not { } path) return;
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/cloudflare.json", File.ReadAllText(path)));
        foreach (Diagnostic diagnostic in run.Diagnostics)
            output.WriteLine($"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        if (Environment.GetEnvironmentVariable("CFGEN_DUMP") is { } dump)
            foreach ((string k, string v) in run.Sources) File.WriteAllText(Path.Combine(dump, k), v);

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG0099");
        run.AssertCompiles();
    }
}
