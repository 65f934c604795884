using System.Globalization;
using CfGen.Changes;
using CfGen.Changes.Mutations;

int rounds = GetNumber("--rounds", 10);
int seed = GetNumber("--seed", 1);
string only = GetText("--only") ?? "";
if (GetText("--measure") is { } measured)
{
    Measurement.Print(measured);
    return 0;
}

IReadOnlyList<BaseDocument> documents = BaseDocument.ReadAll(!args.Contains("--small"));
foreach (BaseDocument document in documents)
{
    foreach (Microsoft.CodeAnalysis.Diagnostic error in document.Errors.Take(3))
        Console.WriteLine($"{document.Name}: the code of its own client does not compile: {error}");
    if (args.Contains("--code"))
        Console.WriteLine(document.Code);
}

if (documents.Any(d => d.Errors.Count > 0))
    return 2;
ChangeRun all = new(documents, seed);
foreach (Mutation mutation in Mutation.All.Where(m => m.Name.Contains(only, StringComparison.Ordinal)))
{
    ChangeRun run = new(documents, seed);
    run.Run(mutation, rounds);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{mutation.Name}: {run.Count} changes, {run.Broken} do not compile, {run.Unchanged} change no line, {run.Faults.Count(f => !f.StartsWith(' '))} faults"
        )
    );
    foreach (string fault in run.Faults.Take(12))
        Console.WriteLine("    " + fault);
    all.Add(run);
}

Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{all.Count} changes, {all.Broken} do not compile, {all.FoundRenames} of {all.Renames} renames found, {all.Faults.Count(f => !f.StartsWith(' '))} faults"
    )
);
return all.Faults.Count == 0 ? 0 : 1;

string? GetText(string name) => Array.IndexOf(args, name) is >= 0 and int index && index + 1 < args.Length ? args[index + 1] : null;

int GetNumber(string name, int fallback) => GetText(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
