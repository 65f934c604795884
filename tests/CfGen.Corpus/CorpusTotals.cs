using System.Globalization;

namespace CfGen.Corpus;

/// <summary>The sums of one class of documents.</summary>
internal sealed record CorpusTotals(string Class, int Documents, int Generated, int Operations, int Unexplained, int Loosened, int Silent)
{
    /// <summary>Creates the sums of each class, in the order in which the rows have them.</summary>
    public static IReadOnlyList<CorpusTotals> Create(IReadOnlyList<DocumentRow> rows) =>
        [
            .. rows.GroupBy(r => r.Class, StringComparer.Ordinal)
                .Select(g => new CorpusTotals(
                    g.Key,
                    g.Count(),
                    g.Sum(r => r.Generated),
                    g.Sum(r => r.Operations),
                    g.Sum(r => r.Unexplained),
                    g.Sum(r => r.Loosened),
                    g.Sum(r => r.Silent)
                )),
        ];

    /// <summary>The share of the operations that have a method, in percent.</summary>
    public string Share =>
        Operations == 0 ? "" : (Math.Floor(1e4 * Generated / Operations) / 100).ToString("F2", CultureInfo.InvariantCulture) + " %";

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Class}: {Documents} documents, {Generated} of {Operations} operations ({Share}), {Unexplained} without a method and a diagnostic, {Loosened} loosened types, {Silent} in silence"
        );
}
