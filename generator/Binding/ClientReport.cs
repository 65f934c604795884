using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using CfGen.Generator.Reading.References;

namespace CfGen.Generator.Binding;

/// <summary>
/// What the build prints of a document where the project sets <c>CfGenReport</c>: what was inferred, degraded and left out, and the totals.
/// Binding collects it as it goes; without the property nothing of it is made up or kept.
/// </summary>
internal sealed class ClientReport
{
    private readonly List<(OperationSite Site, OperationModel Operation)> _generated = [];
    private readonly Dictionary<OperationSite, string> _leftOut = [];

    public void Add(OperationSite site, OperationModel operation) => _generated.Add((site, operation));

    public void LeaveOut(OperationSite site, string reason) => _leftOut[site] = reason;

    /// <summary>Adds the report to the findings, group by group; in place of what was inferred, which only a report prints.</summary>
    public void Complete(ReadDocument read, List<Finding> findings)
    {
        List<Finding> inferred = [.. Operations().Concat(findings.Where(f => f.Id == Finding.InferredId)).Distinct()];
        List<Finding> degraded = [.. findings.Where(f => Descriptors.IsInfo(f.Id)).Select(Echo).Distinct()];
        HashSet<OperationSite> generated = [.. _generated.Select(g => g.Site)];
        List<Finding> leftOut = [.. read.Selected.Where(s => !generated.Contains(s)).Select(s => LeftOut(s, read.Losses))];

        Drop(findings);
        findings.AddRange(inferred.OrderBy(f => f.Arguments[1], StringComparer.Ordinal));
        findings.AddRange(degraded);
        findings.AddRange(leftOut);
        findings.Add(new Finding(
            "CFG4004", JsonPointer.Append(JsonPointer.Root, "paths"), Numbers.Text(read.Outlines.Count), Numbers.Text(generated.Count), Numbers.Text(leftOut.Count),
            Numbers.Text(read.Outlines.Count - read.Selected.Count), Counts(inferred), Numbers.Text(degraded.Count)));
    }

    /// <summary>Takes out what is for a report only.</summary>
    public static void Drop(List<Finding> findings) => findings.RemoveAll(f => f.Id == Finding.InferredId);

    private IEnumerable<Finding> Operations()
    {
        foreach ((OperationSite site, OperationModel operation) in _generated)
        {
            string answer = site.Pointer + "/responses";
            if (operation.Response.Envelope == EnvelopeKind.Result)
                yield return Finding.Inferred("envelope", answer, $"'{operation.Id}' answers with an envelope, and its method gives the result in it");
            else if (operation.Response.Envelope == EnvelopeKind.NoResult)
                yield return Finding.Inferred("envelope", answer, $"'{operation.Id}' answers with an envelope that has no result");
            if (operation.Paging is { } paging)
                yield return Finding.Inferred("list", answer, $"'{operation.Id}' lists, {Pages(paging)}");
            if (operation.Response.Kind == ContentKind.Events)
                yield return Finding.Inferred("events", answer, $"'{operation.Id}' answers with events, which {operation.Name}Async gives as they come");
        }
    }

    private static string Pages(PagingModel paging)
    {
        string settings = string.Join(", ", paging.Settings.Select(s => $"{s.Name} '{s.Value}'"));
        return (paging.Style == PagingStyle.Single ? "all on one page" : $"page after page by {paging.Style}") + (settings.Length > 0 ? $": {settings}" : "");
    }

    private static Finding Echo(Finding finding) =>
        new("CFG4002", finding.Pointer, Descriptors.Text(finding.Id, [finding.Pointer, .. finding.Arguments]), finding.Id) { Place = finding.Place };

    private Finding LeftOut(OperationSite site, Losses losses) => new(
        "CFG4003", site.Pointer, Reachability.Name(site),
        _leftOut.TryGetValue(site, out string? reason) ? reason : losses.Find(site) ?? "the document could not be read");

    private static string Counts(List<Finding> inferred) => inferred.Count == 0
        ? "nothing"
        : string.Join(", ", inferred.GroupBy(f => f.Arguments[1], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {Numbers.Text(g.Count())}"));
}
