using CfGen.Generator.Binding;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Reporting;

/// <summary>
/// The report of a document, where the project sets <c>CfGenReport</c>: what was inferred, degraded and skipped, and the totals. It is made
/// from the results of the stages, which keep nothing for it.
/// </summary>
internal static class GenerationReport
{
    /// <summary>Adds the report to the findings of the document, group by group.</summary>
    /// <param name="bound">Null where the document cannot be read.</param>
    /// <param name="lowered">Null where <paramref name="bound"/> is.</param>
    /// <param name="whole">The client of all operations; null where all are selected.</param>
    public static void Append(LoadedDocument loaded, BoundClient? bound, LoweredClient? lowered, LoweredClient? whole)
    {
        FindingCollector findings = loaded.Findings;
        List<BoundOperation> operations = [.. bound?.Resources.SelectMany(r => r.Operations) ?? []];
        findings.AddRange(lowered?.Unions.Select(DescribeUnion) ?? []);
        findings.AddRange(operations.SelectMany(DescribeOperation));
        findings.AddRange(bound?.SecuritySchemes.Select(DescribeCredential) ?? []);
        if (bound is not null)
            findings.AddRange(DescribeClientParameters(loaded, bound));
        HashSet<OperationKey> selected = [.. loaded.Selected];
        List<KeptName> kept = [.. bound?.Naming.Kept ?? [], .. lowered?.Kept?.Names ?? []];
        findings.AddRange(kept.Select(DescribeKeptName));
        HashSet<string> listed = [.. kept.Select(k => k.Pointer)];
        findings.AddRange(
            bound?.Naming.Renamed.Where(r => selected.Contains(r.Operation) && !listed.Contains(r.Operation.Pointer)).Select(DescribeName)
                ?? []
        );
        if (lowered is not null && whole is not null)
            findings.AddRange(SelectedTypeNames.FindRenamed(lowered, whole).Select(DescribeSelectedName));
        List<Finding> inferred = [.. findings.Inferences.OrderBy(ReportFindings.GetInferenceKind, StringComparer.Ordinal)];
        List<Finding> hidden = [.. DiagnosticLimit.GetHidden(findings)];
        List<Finding> degraded = [.. findings.Where(f => f.IsInfo).Concat(hidden.Where(f => !f.IsInfo)).Select(ReportFindings.Degradation)];
        HashSet<OperationKey> generated = [.. operations.Select(o => o.Key)];
        List<Finding> skipped = [.. DescribeSkipped(loaded, bound, generated)];
        Finding totals = ReportFindings.Totals(
            JsonPointer.Append(JsonPointer.Root, "paths"),
            loaded.Outlines.Count,
            generated.Count,
            skipped.Count,
            loaded.Outlines.Count - loaded.Selected.Count,
            FormatCounts(inferred.Select(ReportFindings.GetInferenceKind)),
            degraded.Count,
            FormatCounts(findings.Select(f => f.Id))
        );
        foreach (Finding line in (Finding[])[.. inferred, .. degraded, .. skipped, totals])
            findings.AddReportLine(line);
    }

    private static IEnumerable<Finding> DescribeClientParameters(LoadedDocument loaded, BoundClient bound)
    {
        foreach (ClientParameterModel parameter in bound.Parameters)
            yield return ReportFindings.Inference(
                parameter.Docs.Pointer,
                $"the parameter '{parameter.Name}' is the option {parameter.OptionName} of the client",
                "client parameter"
            );
        foreach ((string name, string location, int operations) in loaded.SharedParameters.Different)
            yield return ReportFindings.Inference(
                JsonPointer.Append(JsonPointer.Root, "paths"),
                $"the {location} parameter '{name}' of {NumberFormat.ToInvariantString(operations)} operations stays with their methods, since its schemas differ",
                "client parameter"
            );
    }

    private static Finding DescribeCredential(SecuritySchemeModel scheme) =>
        scheme.Docs.Pointer.Length == 0
            ? ReportFindings.Inference(
                JsonPointer.Root,
                $"the document has no security, and every call sends the option {scheme.OptionName} as a bearer token if it is set",
                "credential"
            )
            : ReportFindings.Inference(
                scheme.Docs.Pointer,
                $"the security scheme '{scheme.Id}' is the option {scheme.OptionName}",
                "credential"
            );

    private static Finding DescribeName(RenamedOperation renamed) =>
        ReportFindings.Inference(
            renamed.Operation.Pointer,
            $"'{Reachability.FormatOperation(renamed.Operation)}' is {renamed.Given.Key.TrimStart('.')}, because '{Reachability.FormatOperation(renamed.Owner)}' is {renamed.Expected.Key.TrimStart('.')}",
            "name"
        );

    private static Finding DescribeKeptName(KeptName name) =>
        ReportFindings.Inference(
            name.Pointer,
            name.IsListed
                ? $"the name {name.Name} is that of the listing, and the naming rules give {name.RuleName}"
                : $"the new name {name.Name} follows the names of the listing, and the naming rules give {name.RuleName}",
            "name of the listing"
        );

    private static Finding DescribeSelectedName(SelectedTypeName type) =>
        ReportFindings.Inference(
            type.Pointer,
            $"the type is {type.Name}, and {type.WholeName} in the client of all operations",
            "name of the selection"
        );

    private static IEnumerable<Finding> DescribeOperation(BoundOperation bound)
    {
        OperationModel operation = bound.Model;
        string responses = bound.Key.Pointer + "/responses";
        if (operation.Response.Envelope == EnvelopeKind.Result)
            yield return ReportFindings.Inference(
                responses,
                $"the response of '{operation.Id}' is an envelope, and its method returns the result in it",
                "envelope"
            );
        else if (operation.Response.Envelope == EnvelopeKind.NoResult)
            yield return ReportFindings.Inference(
                responses,
                $"the response of '{operation.Id}' is an envelope without a result",
                "envelope"
            );
        if (operation.Paging is { } paging)
            yield return ReportFindings.Inference(responses, $"'{operation.Id}' returns a list, {DescribePaging(paging)}", "list");
        if (operation.Response.Kind == ContentKind.ServerSentEvents)
            yield return ReportFindings.Inference(
                responses,
                $"the response of '{operation.Id}' is a stream of events, which {operation.Name}Async returns as they arrive",
                "events"
            );
    }

    private static string DescribePaging(PagingModel paging)
    {
        string settings = string.Join(", ", paging.Settings.Select(s => $"{s.Name} '{s.Value}'"));
        return (paging.Style == PagingStyle.Single ? "on one page" : $"page by page with the style {paging.Style}")
            + (
                paging.Origin == PagingOrigin.Siblings
                    ? ", whose parameter is inferred from other lists of the document and is sent if the response counts more items than it has"
                    : ""
            )
            + (settings.Length > 0 ? $": {settings}" : "");
    }

    private static Finding DescribeUnion(UnionModel union)
    {
        string members = union.Cases.Count(c => c.Kind == 'o') < 2 ? "its JSON type" : "its properties";
        string selector =
            union.DiscriminatorName.Length == 0 ? members
            : union.Cases.Any(c => c.IsImplicitMapping)
                ? $"'{union.DiscriminatorName}' where it is the name of a component, else by {members}"
            : $"'{union.DiscriminatorName}'";
        return ReportFindings.Inference(
            union.Docs.Pointer,
            $"'{union.Name}' is a union of {string.Join(", ", union.Cases.Select(c => c.Name))}; a value selects its case by {selector}",
            "union"
        );
    }

    private static IEnumerable<Finding> DescribeSkipped(LoadedDocument loaded, BoundClient? bound, HashSet<OperationKey> generated)
    {
        Dictionary<OperationKey, string> reasons = bound?.SkippedOperations.ToDictionary(s => s.Key, s => s.Reason) ?? [];
        return loaded
            .Selected.Where(key => !generated.Contains(key))
            .Select(key =>
                ReportFindings.SkippedOperation(
                    key.Pointer,
                    Reachability.FormatOperation(key),
                    reasons.TryGetValue(key, out string? reason)
                        ? reason
                        : loaded.SkippedOperations.GetReason(key) ?? "the document could not be read"
                )
            );
    }

    private static string FormatCounts(IEnumerable<string> kinds)
    {
        string counts = string.Join(
            ", ",
            kinds
                .GroupBy(kind => kind, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key} {NumberFormat.ToInvariantString(g.Count())}")
        );
        return counts.Length == 0 ? "nothing" : counts;
    }
}
