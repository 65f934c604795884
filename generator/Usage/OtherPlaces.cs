using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Usage;

/// <summary>The places of names in the additional files that <see cref="OtherCode"/> reads: all words that are names count.</summary>
internal sealed record OtherPlaces(EquatableArray<OtherPlaces.Place> Places)
{
    /// <summary>Reads a file.</summary>
    /// <param name="table">The names; empty where nothing changed, and nothing is read.</param>
    public static OtherPlaces Read(AdditionalText file, NameTable table, CancellationToken ct)
    {
        if (table.Count == 0 || file.GetText(ct) is not { } text)
            return new OtherPlaces([]);
        List<NamePlace> words = [];
        if (IdentifierFinder.Scan(text, table, words))
        {
            // An escape is rare: the whole file stands for the place.
            string plain = WordScanner.Unescape(text.ToString().AsSpan());
            words.Clear();
            WordScanner.Scan(plain.AsSpan(), table, (index, _) => words.Add(new NamePlace(index, 0)));
        }

        return new OtherPlaces(
            words.Select(w => new Place(table[w.Index], GetLocation(file.Path, text, w.Position, table[w.Index].Length))).ToEquatable()
        );
    }

    private static LocationInfo GetLocation(string path, SourceText text, int position, int length)
    {
        TextSpan span = new(position, Math.Min(length, text.Length - position));
        return new LocationInfo(path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>A place of a name.</summary>
    internal sealed record Place(string Name, LocationInfo Location);
}
