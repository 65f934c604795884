using System.Globalization;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Tests.Documents;
using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Usage;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Corpus.Programs;

/// <summary>
/// Compiles random programs with what <c>Emit="used"</c> emits for them, and compares each emitted type and member with that of the whole
/// client. Programs of even seeds have a client with interfaces.
/// </summary>
internal static class ProgramsCommand
{
    private const int DefaultPrograms = 200;
    private const string DefaultDocument = "cloudflare-api-2024-08-06";

    // The references are bound once.
    private static readonly CSharpCompilation s_project = ConsumerOptions
        .CreateProject()
        .RemoveAllSyntaxTrees()
        .WithOptions(ConsumerOptions.Compilation.WithConcurrentBuild(false));

    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string index)
    {
        string filter = options.GetText("--filter") ?? DefaultDocument;
        int count = options.GetNumber("--count", DefaultPrograms);
        int seed = options.GetNumber("--seed", 1);
        int jobs = options.GetNumber("--jobs", Environment.ProcessorCount);
        int failures = 0;
        bool hasDocument = false;
        foreach (CorpusEntry entry in CorpusEntry.ReadIndex(index).Where(e => e is { Class: "real", Folder: null }))
        {
            if (!entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            WholeClient?[] clients = [WholeClient.Create(entry.Document(), true), WholeClient.Create(entry.Document(), false)];
            if (clients is not [{ } withInterfaces, { } without])
                continue;
            hasDocument = true;
            ProgramResult[] results = new ProgramResult[count];
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = jobs },
                i => results[i] = Check((seed + i) % 2 == 0 ? withInterfaces : without, seed + i)
            );
            failures += Print(entry.Name, results);
        }

        if (!hasDocument)
            Console.WriteLine($"No document of the corpus with operations has '{filter}' in its name.");
        return failures == 0 && hasDocument ? 0 : 1;
    }

    private static ProgramResult Check(WholeClient client, int seed)
    {
        RandomProgram program = RandomProgram.Create(client, seed);
        CSharpCompilation code = s_project.AddSyntaxTrees(ConsumerOptions.Parse(program.Text, "Program.cs"));
        UsedNames names = UsedNames.Find(code, client.Names, OtherCode.Empty, CancellationToken.None);
        UsedClient used = UsedClient.Create(client.Units, names, client.Settings);
        List<SyntaxTree> trees = [.. used.Units.Select(u => ConsumerOptions.Parse(SourceFileEmitter.Emit(u), u.HintName))];

        List<string> faults =
        [
            .. code.AddSyntaxTrees(trees)
                .Emit(Stream.Null)
                .Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info)
                .Take(3)
                .Select(d => d.ToString()),
        ];
        foreach ((string name, string text) in EmittedTexts.Read(trees))
        {
            if (!client.Texts.TryGetValue(name, out string? whole) || whole != text)
                faults.Add($"differs from the whole client: {name.Split('\n')[0]}");
        }

        int emitted = used.Operations.Operations.Count(o => o.Variant is null);
        int all = client.Units.OfType<ResourceModel>().Sum(r => r.Operations.Count(o => o.Variant is null));
        if (emitted == all && all > program.Calls)
            faults.Add("has all operations, so that nothing was left out");
        return new ProgramResult(seed, program.Calls, program.Products, emitted, faults);
    }

    private static int Print(string name, ProgramResult[] results)
    {
        foreach (ProgramResult result in results.Where(r => r.Faults.Count > 0))
        {
            Console.WriteLine($"{name}, seed {result.Seed}, {result.Calls} calls of {result.Products} products:");
            foreach (string fault in result.Faults.Take(10))
                Console.WriteLine("    " + fault);
        }

        int failures = results.Count(r => r.Faults.Count > 0);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {results.Length} programs, {failures} with a fault; {results.Sum(r => r.Calls)} calls, {results.Sum(r => r.Emitted)} operations emitted"
            )
        );
        return failures;
    }

    /// <param name="Emitted">The number of operations that were emitted.</param>
    /// <param name="Faults">What is wrong; empty if nothing is.</param>
    private sealed record ProgramResult(int Seed, int Calls, int Products, int Emitted, IReadOnlyList<string> Faults);
}
