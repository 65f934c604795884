namespace CfGen.Generator.Diagnostics;

/// <summary>
/// Limits the diagnostics of a document: a mistake that is everywhere is one mistake, and thousands of lines hide all others. The report
/// has all of them.
/// </summary>
internal static class DiagnosticLimit
{
    /// <summary>The number of diagnostics of one id.</summary>
    public const int Maximum = 100;

    /// <summary>
    /// Returns the findings in their order, the first ones of each id and one that counts the rest. Lines of the report all stay.
    /// </summary>
    public static IEnumerable<Finding> Apply(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count <= Maximum)
            return findings;
        List<Finding> result = [];
        Dictionary<string, List<Finding>> byId = new(StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            if (!byId.TryGetValue(finding.Id, out List<Finding>? same))
                byId.Add(finding.Id, same = []);
            same.Add(finding);
            if (same.Count <= Maximum || ReportFindings.IsReportLine(finding))
                result.Add(finding);
        }

        result.AddRange(
            byId.Values.Where(same => same.Count > Maximum && !ReportFindings.IsReportLine(same[0]))
                .Select(same => LimitFindings.Rest(same[Maximum], same.Count - Maximum))
        );
        return result;
    }

    /// <summary>Returns the findings that <see cref="Apply"/> leaves out.</summary>
    public static IEnumerable<Finding> GetHidden(IEnumerable<Finding> findings) =>
        findings
            .Where(f => !ReportFindings.IsReportLine(f))
            .GroupBy(f => f.Id, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(Maximum));
}
