using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Changes;

/// <summary>Measures the time of the generator for a document, and of the listing and the comparison, warm.</summary>
internal static class Measurement
{
    private const int Rounds = 5;

    public static void Print(string path)
    {
        SourceText text = SourceText.From(File.ReadAllText(path));
        JsonObject root = (JsonObject)TextParser.Parse(new DocumentText(path, text), CancellationToken.None).Root!.DeepClone();
        double generator = double.MaxValue;
        double listing = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            var client = ClientUnderTest.Generate(root);
            foreach (CfGen.Generator.Model.SourceFileModel file in client.Files)
                _ = CfGen.Generator.Emission.SourceFileEmitter.Emit(file);
            generator = Math.Min(generator, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            DocumentText old = new("client.api.txt", SourceText.From(client.Listing!.ToText()));
            start = Stopwatch.GetTimestamp();
            ApiListing current = client.Listing!;
            _ = ListingComparison.Compare(ListingFile.Read(old, current.Client).Listing!, current);
            listing = Math.Min(listing, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: generator {generator:F0} ms; listing and comparison {listing:F1} ms, {100 * listing / generator:F1} %"
            )
        );
    }
}
