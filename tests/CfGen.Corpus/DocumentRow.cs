using System.Globalization;

namespace CfGen.Corpus;

/// <summary>The counts of one document, a row of the table.</summary>
/// <param name="Name">The name in the index.</param>
/// <param name="Class">real, conformance or negative.</param>
/// <param name="Version">The version of OpenAPI.</param>
/// <param name="Generated">The operations that have a method.</param>
/// <param name="Operations">The operations of the document.</param>
/// <param name="Unexplained">The operations without a method and without a diagnostic with a location.</param>
/// <param name="Diagnostics">The ids of the diagnostics with their counts, in the order of the ids.</param>
/// <param name="Loosened">The results, properties, parameters and bodies whose type is looser than their schema.</param>
/// <param name="Silent">Those of <paramref name="Loosened"/> without a diagnostic.</param>
internal sealed record DocumentRow(
    string Name,
    string Class,
    string Version,
    int Generated,
    int Operations,
    int Unexplained,
    string Diagnostics,
    int Loosened,
    int Silent
)
{
    /// <summary>The names of the columns.</summary>
    public const string Header = "document\tclass\tversion\tgenerated\toperations\tunexplained\tdiagnostics\tloosened\tsilent";

    public static DocumentRow Parse(string line)
    {
        string[] cells = line.Split('\t');
        return new DocumentRow(
            cells[0],
            cells[1],
            cells[2],
            ToNumber(cells[3]),
            ToNumber(cells[4]),
            ToNumber(cells[5]),
            cells[6],
            ToNumber(cells[7]),
            ToNumber(cells[8])
        );

        static int ToNumber(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}\t{Class}\t{Version}\t{Generated}\t{Operations}\t{Unexplained}\t{Diagnostics}\t{Loosened}\t{Silent}"
        );
}
