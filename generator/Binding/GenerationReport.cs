using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding;

/// <summary>
/// What the build prints of a document where the project sets <c>CfGenReport</c>: what was inferred, degraded and left out, and the totals.
/// Binding collects it as it goes; without the property nothing of it is made up or kept.
/// </summary>
internal sealed class GenerationReport
{
    private readonly List<(OperationKey Site, OperationModel Operation)> _generated = [];
    private readonly Dictionary<OperationKey, string> _skipReasons = [];

    public void RecordGenerated(OperationKey site, OperationModel operation) => _generated.Add((site, operation));

    /// <summary>Records an operation that binding skips.</summary>
    /// <param name="site">The operation.</param>
    /// <param name="reason">The reason as a clause, without a period.</param>
    /// <param name="finding">The finding that reports it.</param>
    public void RecordSkipped(OperationKey site, string reason, Finding finding) => _skipReasons[site] = $"{reason} ({finding.Id})";

    /// <summary>Adds the report to the findings, group by group; in place of what was inferred, which only a report prints.</summary>
    public void AppendTo(LoadedDocument read, FindingCollector findings)
    {
        findings.AddRange(DescribeOperations());
        List<Finding> inferred = [.. findings.Inferences.OrderBy(ReportFindings.GetInferenceKind, StringComparer.Ordinal)];
        List<Finding> degraded = [.. findings.Where(f => f.IsInfo).Select(ReportFindings.Degradation)];
        HashSet<OperationKey> generated = [.. _generated.Select(g => g.Site)];
        List<Finding> skipped =
        [
            .. read.Selected.Where(s => !generated.Contains(s)).Select(s => ToSkippedFinding(s, read.SkippedOperations)),
        ];

        Finding totals = ReportFindings.Totals(
            JsonPointer.Append(JsonPointer.Root, "paths"),
            read.Outlines.Count,
            generated.Count,
            skipped.Count,
            read.Outlines.Count - read.Selected.Count,
            FormatCounts(inferred),
            degraded.Count
        );
        foreach (Finding line in (Finding[])[.. inferred, .. degraded, .. skipped, totals])
            findings.AddReportLine(line);
    }

    private IEnumerable<Finding> DescribeOperations()
    {
        foreach ((OperationKey site, OperationModel operation) in _generated)
        {
            string answer = site.Pointer + "/responses";
            if (operation.Response.Envelope == EnvelopeKind.Result)
                yield return ReportFindings.Inference(
                    answer,
                    $"'{operation.Id}' answers with an envelope, and its method gives the result in it",
                    "envelope"
                );
            else if (operation.Response.Envelope == EnvelopeKind.NoResult)
                yield return ReportFindings.Inference(answer, $"'{operation.Id}' answers with an envelope that has no result", "envelope");
            if (operation.Paging is { } paging)
                yield return ReportFindings.Inference(answer, $"'{operation.Id}' lists, {DescribePaging(paging)}", "list");
            if (operation.Response.Kind == ContentKind.ServerSentEvents)
                yield return ReportFindings.Inference(
                    answer,
                    $"'{operation.Id}' answers with events, which {operation.Name}Async gives as they come",
                    "events"
                );
        }
    }

    private static string DescribePaging(PagingModel paging)
    {
        string settings = string.Join(", ", paging.Settings.Select(s => $"{s.Name} '{s.Value}'"));
        return (paging.Style == PagingStyle.Single ? "all on one page" : $"page after page by {paging.Style}")
            + (settings.Length > 0 ? $": {settings}" : "");
    }

    private Finding ToSkippedFinding(OperationKey site, SkippedOperations losses) =>
        ReportFindings.SkippedOperation(
            site.Pointer,
            Reachability.FormatOperation(site),
            _skipReasons.TryGetValue(site, out string? reason) ? reason : losses.GetReason(site) ?? "the document could not be read"
        );

    private static string FormatCounts(List<Finding> inferred) =>
        inferred.Count == 0
            ? "nothing"
            : string.Join(
                ", ",
                inferred
                    .GroupBy(ReportFindings.GetInferenceKind, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => $"{g.Key} {NumberFormat.ToInvariantString(g.Count())}")
            );
}
