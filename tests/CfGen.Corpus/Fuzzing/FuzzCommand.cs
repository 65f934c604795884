using System.Collections.Concurrent;
using System.Diagnostics;

namespace CfGen.Corpus.Fuzzing;

/// <summary>Tries random changes of documents and random schemas, and prints each distinct fault with its smallest document.</summary>
internal static class FuzzCommand
{
    private const int BatchSize = 500;
    private const int DefaultMutations = 20_000;
    private const int DefaultSchemas = 5_000;

    /// <summary>The number of diagnostics of one id that a document may have: a hundred, and one that counts the rest.</summary>
    private const int DefaultMaximum = 101;

    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string folder)
    {
        int maximum = options.GetNumber("--maximum", DefaultMaximum);
        if (options.GetText("--show") is { } shown)
            return Show(shown, folder);
        if (options.GetText("--reduce") is { } reduced)
            return Reduce(reduced, folder, maximum);
        int seed = options.GetNumber("--seed", 1);
        int mutations = options.GetNumber("--mutations", DefaultMutations);
        int schemas = options.GetNumber("--schemas", DefaultSchemas);
        List<FuzzBatch> batches = [.. Divide(FuzzCase.Mutation, mutations).Concat(Divide(FuzzCase.Schema, schemas))];
        long start = Stopwatch.GetTimestamp();
        Run(batches, options.GetNumber("--jobs", Environment.ProcessorCount));
        return Print(batches, mutations, schemas, Stopwatch.GetElapsedTime(start));

        IEnumerable<FuzzBatch> Divide(string kind, int count) =>
            Enumerable
                .Range(0, (count + BatchSize - 1) / BatchSize)
                .Select(i => new FuzzBatch(
                    new FuzzCase(kind, seed + i * BatchSize),
                    Math.Min(BatchSize, count - i * BatchSize),
                    folder,
                    maximum
                ));
    }

    /// <summary>Runs the cases of one batch: the child process of <see cref="FuzzBatch"/>.</summary>
    public static int RunBatch(CommandOptions options, string folder)
    {
        using StreamWriter output = new(Console.OpenStandardOutput()) { AutoFlush = true };
        FuzzWorker worker = new(new FuzzSources(folder), options.GetNumber("--maximum", DefaultMaximum), output);
        string kind = options.GetText("--kind") ?? FuzzCase.Mutation;
        return worker.Run(
            Enumerable.Range(options.GetNumber("--seed", 1), options.GetNumber("--count", 1)).Select(seed => new FuzzCase(kind, seed))
        );
    }

    private static void Run(IReadOnlyList<FuzzBatch> batches, int jobs)
    {
        ConcurrentQueue<FuzzBatch> queue = new(batches);
        List<Thread> threads =
        [
            .. Enumerable
                .Range(0, jobs)
                .Select(_ => new Thread(() =>
                {
                    while (queue.TryDequeue(out FuzzBatch? batch))
                        batch.Run();
                })),
        ];
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    private static int Print(IReadOnlyList<FuzzBatch> batches, int mutations, int schemas, TimeSpan time)
    {
        var groups = batches
            .SelectMany(b => b.Faults)
            .GroupBy(f => f.Fault.Signature, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var group in groups)
        {
            (string name, _, FuzzFault fault) = group.MinBy(f => f.Length);
            Console.WriteLine($"{group.Count()} times: {group.Key}");
            Console.WriteLine($"    smallest: {name}; others: {string.Join(' ', group.Select(f => f.Case).Where(c => c != name).Take(4))}");
            Console.WriteLine($"    {fault.Detail}");
        }

        (int milliseconds, string slowest) = batches.Select(b => b.Slowest).Max();
        Console.WriteLine(
            $"{mutations} mutations and {schemas} schemas in {time.TotalSeconds:F0} s: {groups.Count} distinct faults; the slowest is {slowest} with {milliseconds} ms"
        );
        return groups.Count > 0 ? 1 : 0;
    }

    private static int Show(string name, string folder)
    {
        Console.WriteLine(FuzzCase.Parse(name).CreateText(new FuzzSources(folder)));
        return 0;
    }

    private static int Reduce(string name, string folder, int maximum)
    {
        Console.WriteLine(FuzzReducer.Reduce(FuzzCase.Parse(name).CreateText(new FuzzSources(folder)), maximum));
        return 0;
    }
}
