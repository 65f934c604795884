using System.Globalization;
using CfGen.Changes.Bases;

namespace CfGen.Changes.Versions;

/// <summary>Compares versions of documents: those of the corpus, and those that are made.</summary>
internal static class VersionCommand
{
    /// <summary>The documents of which the corpus has two versions, or one document in two formats.</summary>
    public static IReadOnlyList<(string Old, string New)> Pairs { get; } =
    [
        ("docker-engine-v2.yaml", "docker-engine-3.0.yaml"),
        ("shipbob-developer.json", "shipbob-2025-07.json"),
        ("box-platform.json", "box-platform-2025.0.json"),
        ("datadog-v1.yaml", "datadog-v2-2026-04-08.yaml"),
    ];

    /// <summary>Compares the versions of the corpus in both directions, and a number of versions of each document.</summary>
    /// <returns>True if each difference is named once.</returns>
    public static bool Run(IReadOnlyList<BaseDocument> documents, int count, int seed)
    {
        VersionRun real = new();
        foreach ((string old, string current) in Pairs)
            RunPair(real, old, current);
        Print("versions of the corpus", real);
        VersionRun made = new();
        for (int i = 0; i < count; i++)
        {
            foreach (BaseDocument document in documents)
                made.Run(document, unchecked((seed * 7919) + i));
        }

        Print("made versions", made);
        return real.Faults.Count == 0 && made.Faults.Count == 0;
    }

    /// <summary>Compares two documents of the corpus in both directions, where it is there.</summary>
    public static void RunPair(VersionRun run, string old, string current)
    {
        if (BaseDocuments.Read(old) is not { } oldRoot || BaseDocuments.Read(current) is not { } newRoot)
            return;
        var oldListing = ClientUnderTest.Generate(oldRoot).Listing!;
        var newListing = ClientUnderTest.Generate(newRoot).Listing!;
        run.Compare($"{old} -> {current}", oldListing, newListing);
        run.Compare($"{current} -> {old}", newListing, oldListing);
    }

    private static void Print(string title, VersionRun run)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{title}: {run.Versions} compared, {run.Lines} lines differ, {run.Renames - run.Lost.Count} of {run.Renames} renames found, {run.Faults.Count} faults"
            )
        );
        foreach (string fault in run.Faults.Take(40))
            Console.WriteLine("    " + fault);
        foreach (string lost in run.Lost.Take(20))
            Console.WriteLine("    lost: " + lost);
    }
}
