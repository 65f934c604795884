using System.Globalization;
using System.Text;

namespace CfGen.Corpus;

/// <summary>The page <c>docs/reference/corpus.md</c>, made from the committed rows.</summary>
internal static class CorpusPage
{
    private const string Introduction = """
        # Corpus

        <!-- Size: a row for each document of the corpus; written by tests/CfGen.Corpus. -->

        Real documents, conformance documents and documents that are wrong on purpose. `tests/CfGen.Corpus` generates a client from
        each, compiles it with warnings as errors, and writes this page. Every client compiles.

        ```sh
        dotnet run -c Release --project tests/CfGen.Corpus               # compares all documents with this page
        dotnet run -c Release --project tests/CfGen.Corpus -- --update   # writes this page anew
        ```

        - **operations**: those that have a method, of those in the document.
        - **unexplained**: operations without a method and without a diagnostic with a location.
        - **loosened**: results, properties, parameters and bodies that have a `JsonElement` where the schema defines more than "any
          value" or "any object": as the type, the item of a list, or the value of a map. A result also counts if it is a stream,
          a text or nothing, and the response is JSON with such a schema.
        - **silent**: loosened types without a diagnostic at the schema or in it.

        """;

    public static string Create(IReadOnlyList<DocumentRow> rows)
    {
        StringBuilder page = new(Introduction);
        page.Append("\n| class | documents | operations | share | unexplained | loosened | silent |\n");
        page.Append("|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (CorpusTotals total in CorpusTotals.Create(rows))
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {total.Class} | {total.Documents} | {total.Generated} of {total.Operations} | {total.Share} | {total.Unexplained} | {total.Loosened} | {total.Silent} |\n"
            );
        foreach (IGrouping<string, DocumentRow> group in rows.GroupBy(r => r.Class, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}\n\n");
            page.Append("| document | version | operations | unexplained | loosened | silent | diagnostics |\n");
            page.Append("|---|---|---:|---:|---:|---:|---|\n");
            foreach (DocumentRow row in group)
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.Name} | {row.Version} | {row.Generated} of {row.Operations} | {row.Unexplained} | {row.Loosened} | {row.Silent} | {row.Diagnostics} |\n"
                );
        }

        return page.ToString();
    }
}
