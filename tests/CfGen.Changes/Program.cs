using System.Globalization;
using CfGen.Changes;
using CfGen.Changes.Bases;
using CfGen.Changes.Mutations;
using CfGen.Changes.Versions;

int rounds = GetNumber("--rounds", 10);
int seed = GetNumber("--seed", 1);
int wireRounds = GetNumber("--wire", 10);
string only = GetText("--only") ?? "";
bool hasOverloads = !args.Contains("--net8");
if (GetText("--measure") is { } measured)
{
    Measurement.Print(measured);
    return 0;
}

int parts = args.Contains("--small") ? 0 : GetNumber("--parts", Math.Min(rounds, 300));
List<BaseDocument> documents = [.. BaseDocuments.ReadOwn(hasOverloads)];
if (!args.Contains("--small"))
    documents.AddRange(BaseDocuments.ReadCorpus(parts, seed, hasOverloads));
List<BaseDocument> refused = [.. documents.Where(d => d.Errors.Count > 0)];
foreach (BaseDocument document in refused)
{
    foreach (Microsoft.CodeAnalysis.Diagnostic error in document.Errors.Take(3))
        Console.WriteLine($"{document.Name}: the code of its own client does not compile: {error}");
    if (args.Contains("--code"))
        Console.WriteLine(document.Code);
    documents.Remove(document);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents"));
if (args.Contains("--calls"))
{
    foreach (BaseDocument document in documents)
    {
        IReadOnlyList<CfGen.Changes.Wire.RecordedCall> calls = document.Calls.Calls;
        Console.WriteLine($"{document.Name}: {calls.Count(c => !c.IsFailed)} of {calls.Count} calls succeed");
        foreach (CfGen.Changes.Wire.RecordedCall call in calls.Where(c => c.IsFailed))
            Console.WriteLine($"    {call.Name}: {call.Result}");
    }

    return 0;
}

if (args.Contains("--versions"))
    return VersionCommand.Run(documents, GetNumber("--versions", 1), seed) ? 0 : 1;
RunTotals all = default;
int faults = 0;
List<Mutation> mutations = [.. Mutation.All.Where(m => only.Split(',').Any(name => m.Name.Contains(name, StringComparison.Ordinal)))];
ParallelQuery<ChangeRun> runs = mutations
    .AsParallel()
    .AsOrdered()
    .WithDegreeOfParallelism(GetNumber("--parallel", Environment.ProcessorCount))
    .WithMergeOptions(ParallelMergeOptions.NotBuffered)
    .Select(mutation =>
    {
        ChangeRun run = new(documents, seed, wireRounds, args.Contains("--keep"));
        run.Run(mutation, rounds);
        return run;
    });
foreach ((Mutation mutation, ChangeRun run) in mutations.Zip(runs))
{
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{mutation.Name}: {run.Totals.Changes} changes, {run.Totals.Broken} do not compile, {run.Totals.Unchanged} change no line, {run.Totals.WireChanges} over the wire, {run.FaultCount} faults"
        )
    );
    foreach (string fault in run.Faults.Take(12))
        Console.WriteLine("    " + fault);
    if (args.Contains("--lost"))
        Console.WriteLine("    lost: " + string.Join("\n    lost: ", run.Lost));
    all += run.Totals;
    faults += run.FaultCount;
}

Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{all.WireChanges} safe changes over the wire: {all.ComparedCalls} of {all.Calls} calls compared; {all.SameCode} changes change no code"
    )
);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{all.Changes} changes, {all.Broken} do not compile, {all.FoundRenames} of {all.Renames} renames found, {faults} faults"
    )
);
return faults == 0 && refused.Count == 0 ? 0 : 1;

string? GetText(string name) => Array.IndexOf(args, name) is >= 0 and int index && index + 1 < args.Length ? args[index + 1] : null;

int GetNumber(string name, int fallback) => GetText(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
