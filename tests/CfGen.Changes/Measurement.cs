using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CfGen.Generator;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Changes;

/// <summary>
/// Measures the generator for a document, warm: without a listing, with one that is equal to the client, and with two that have other names,
/// which stay: of components only, and of members and values too.
/// </summary>
internal static partial class Measurement
{
    // A collection takes a third of a run, and not each time the same: fewer rounds do not tell a percent.
    private const int Rounds = 41;
    private const int OtherNames = 20;
    private const string ListingPath = "/project/client.api.txt";

    public static void Print(string path)
    {
        DocumentText document = new(path, SourceText.From(File.ReadAllText(path)));
        string listing = ListingWriter.Create(Generate(document, null))!.ToText();
        string?[] listings = [null, listing, Keep(document, Rename(listing, "(?<![.])")), Keep(document, Rename(listing, ""))];
        List<double>[] times = [.. listings.Select(_ => new List<double>())];
        // Warm, and in turns: what else the machine does meets all of them.
        for (int i = -2; i < Rounds; i++)
        {
            for (int j = 0; j < listings.Length; j++)
            {
                DocumentText? listed = listings[j] is { } text ? new DocumentText(ListingPath, SourceText.From(text)) : null;
                // Each run pays for its own garbage.
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                _ = Generate(document, listed);
                if (i >= 0)
                    times[j].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        double[] medians = [.. times.Select(t => t.Order().ElementAt(Rounds / 2))];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path)}: {medians[0]:F0} ms; with its listing {GetShare(1):+0.0;-0.0} %; with {OtherNames} names of components that stay {GetShare(2):+0.0;-0.0} %; of members and values too {GetShare(3):+0.0;-0.0} %"
            )
        );

        // The median of the rounds, each with the run without a listing that is next to it.
        double GetShare(int index) =>
            times[index].Zip(times[0], (with, without) => 100 * (with / without - 1)).Order().ElementAt(Rounds / 2);
    }

    /// <summary>Returns the listing of a client that keeps the names of another one.</summary>
    private static string Keep(DocumentText document, string listing) =>
        ListingWriter.Create(Generate(document, new DocumentText(ListingPath, SourceText.From(listing))))!.ToText();

    private static EquatableArray<SourceFileModel> Generate(DocumentText document, DocumentText? listing)
    {
        ItemMetadata metadata = new(
            InputKind.Client,
            [
                new("Namespace", ClientUnderTest.Namespace),
                new("ClientName", "AcmeClient"),
                .. listing is null ? Array.Empty<KeyValuePair<string, string>>() : [new("ApiListing", ListingPath)],
            ],
            LocationInfo.ForFile("/project/Acme.csproj")
        );
        DocumentInput input = new(document, metadata, new ProjectProperties("Acme", "", IsReportEnabled: false)) { Listing = listing };
        EquatableArray<SourceFileModel> files = ClientBuilder.Build(input, [], CancellationToken.None).Units;
        foreach (SourceFileModel file in files)
            _ = SourceFileEmitter.Emit(file);
        return files;
    }

    /// <summary>Gives some components other names, as if the naming rules had moved theirs.</summary>
    /// <param name="before">A pattern of what precedes a name.</param>
    private static string Rename(string listing, string before)
    {
        foreach (Match component in Component().Matches(listing).Take(OtherNames).ToList())
            listing = Regex.Replace(
                listing,
                $@"{before}(?<!(?:schema|name|value|id)=)\b{component.Groups[1].Value}\b",
                component.Groups[1].Value + "Before"
            );
        return listing;
    }

    [GeneratedRegex(@"^(\w+) record schema=", RegexOptions.Multiline)]
    private static partial Regex Component();
}
