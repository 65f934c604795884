using System.Collections.Concurrent;
using System.Diagnostics;
using CfGen.Mutants;

try
{
    CommandOptions options = CommandOptions.Parse(args);
    string root = SourceTree.FindRoot(Environment.CurrentDirectory);
    Mutant[] mutants = [.. MutantList.Read(root).Where(options.Includes)];
    int broken = mutants.Count(m => !Applies(m, root));
    if (options.IsList)
        Array.ForEach(mutants, m => Console.WriteLine($"{m.Name}  [{m.File}; {m.Project} {m.Test}]"));
    if (options.IsList || options.IsCheck)
    {
        Console.WriteLine($"{mutants.Length - broken} apply, {broken} do not");
        return broken == 0 && mutants.Length > 0 ? 0 : 1;
    }

    int found = Try([.. mutants.Where(m => Applies(m, root, quietly: true))], root, options.Jobs);
    Console.WriteLine($"{found} found, {mutants.Length - found} missed");
    return found == mutants.Length && found > 0 ? 0 : 1;
}
catch (MutantException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

static bool Applies(Mutant mutant, string root, bool quietly = false)
{
    try
    {
        mutant.Apply(root);
        return true;
    }
    catch (MutantException e)
    {
        if (!quietly)
            Console.WriteLine($"BROKEN  {mutant.Name}: {e.Message}");
        return false;
    }
}

static int Try(Mutant[] mutants, string root, int jobs)
{
    // Those of one test project after each other: the compiler and the file system have it at hand.
    Mutant[] ordered = [.. mutants.OrderBy(m => m.Project, StringComparer.Ordinal)];
    int found = 0;
    ConcurrentQueue<Mutant> queue = new(ordered);
    ConcurrentQueue<Exception> faults = new();
    Thread[] threads = [.. Enumerable.Range(0, Math.Min(jobs, ordered.Length)).Select(_ => new Thread(Work))];
    Array.ForEach(threads, t => t.Start());
    Array.ForEach(threads, t => t.Join());
    if (faults.TryDequeue(out Exception? fault))
        throw fault;
    return found;

    void Work()
    {
        try
        {
            using Workspace workspace = new(root);
            workspace.Prepare(ordered);
            while (queue.TryDequeue(out Mutant? mutant))
            {
                long started = Stopwatch.GetTimestamp();
                Outcome outcome = workspace.Try(mutant);
                if (outcome.IsFound)
                    Interlocked.Increment(ref found);
                Console.WriteLine(
                    $"{(outcome.IsFound ? "found " : "MISSED")}  {mutant.Name}: {outcome.Text} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)"
                );
            }
        }
        catch (Exception e) when (e is MutantException or IOException)
        {
            queue.Clear();
            faults.Enqueue(e);
        }
    }
}
