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

    public void RecordSkipped(OperationKey site, string reason) => _skipReasons[site] = reason;

    /// <summary>Adds the report to the findings, group by group; in place of what was inferred, which only a report prints.</summary>
    public void AppendTo(LoadedDocument read, List<Finding> findings)
    {
        List<Finding> inferred = [.. DescribeOperations().Concat(findings.Where(f => f.Id == Finding.InferredId)).Distinct()];
        List<Finding> degraded = [.. findings.Where(f => DiagnosticDescriptors.IsInfo(f.Id)).Select(ToDegradedFinding).Distinct()];
        HashSet<OperationKey> generated = [.. _generated.Select(g => g.Site)];
        List<Finding> leftOut =
        [
            .. read.Selected.Where(s => !generated.Contains(s)).Select(s => ToSkippedFinding(s, read.SkippedOperations)),
        ];

        RemoveInferred(findings);
        findings.AddRange(inferred.OrderBy(f => f.Arguments[1], StringComparer.Ordinal));
        findings.AddRange(degraded);
        findings.AddRange(leftOut);
        findings.Add(
            new Finding(
                "CFG4004",
                JsonPointer.Append(JsonPointer.Root, "paths"),
                NumberFormat.ToInvariantString(read.Outlines.Count),
                NumberFormat.ToInvariantString(generated.Count),
                NumberFormat.ToInvariantString(leftOut.Count),
                NumberFormat.ToInvariantString(read.Outlines.Count - read.Selected.Count),
                FormatCounts(inferred),
                NumberFormat.ToInvariantString(degraded.Count)
            )
        );
    }

    /// <summary>Takes out what is for a report only.</summary>
    public static void RemoveInferred(List<Finding> findings) => findings.RemoveAll(f => f.Id == Finding.InferredId);

    private IEnumerable<Finding> DescribeOperations()
    {
        foreach ((OperationKey site, OperationModel operation) in _generated)
        {
            string answer = site.Pointer + "/responses";
            if (operation.Response.Envelope == EnvelopeKind.Result)
                yield return Finding.CreateInferred(
                    "envelope",
                    answer,
                    $"'{operation.Id}' answers with an envelope, and its method gives the result in it"
                );
            else if (operation.Response.Envelope == EnvelopeKind.NoResult)
                yield return Finding.CreateInferred("envelope", answer, $"'{operation.Id}' answers with an envelope that has no result");
            if (operation.Paging is { } paging)
                yield return Finding.CreateInferred("list", answer, $"'{operation.Id}' lists, {DescribePaging(paging)}");
            if (operation.Response.Kind == ContentKind.Events)
                yield return Finding.CreateInferred(
                    "events",
                    answer,
                    $"'{operation.Id}' answers with events, which {operation.Name}Async gives as they come"
                );
        }
    }

    private static string DescribePaging(PagingModel paging)
    {
        string settings = string.Join(", ", paging.Settings.Select(s => $"{s.Name} '{s.Value}'"));
        return (paging.Style == PagingStyle.Single ? "all on one page" : $"page after page by {paging.Style}")
            + (settings.Length > 0 ? $": {settings}" : "");
    }

    private static Finding ToDegradedFinding(Finding finding) =>
        new(
            "CFG4002",
            finding.Pointer,
            DiagnosticDescriptors.FormatMessage(finding.Id, [finding.Pointer, .. finding.Arguments]),
            finding.Id
        )
        {
            Location = finding.Location,
        };

    private Finding ToSkippedFinding(OperationKey site, SkippedOperations losses) =>
        new(
            "CFG4003",
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
                    .GroupBy(f => f.Arguments[1], StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => $"{g.Key} {NumberFormat.ToInvariantString(g.Count())}")
            );
}
