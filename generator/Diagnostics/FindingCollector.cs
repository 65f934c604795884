using System.Collections;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// The findings of one document. Every stage adds to the same collector. It keeps the order of the stages and drops a finding that it
/// already has, because one component serves many operations. Inferences are kept apart: only a report prints them.
/// </summary>
internal sealed class FindingCollector : IReadOnlyList<Finding>
{
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _inferences = [];
    private readonly HashSet<Finding> _known = [];

    /// <summary>The inferences, in the order in which they were added.</summary>
    public IReadOnlyList<Finding> Inferences => _inferences;

    /// <inheritdoc/>
    public int Count => _findings.Count;

    /// <inheritdoc/>
    public Finding this[int index] => _findings[index];

    /// <summary>Adds a finding, unless an equal one is there.</summary>
    public void Add(Finding finding)
    {
        if (_known.Add(finding))
            (ReportFindings.IsInference(finding) ? _inferences : _findings).Add(finding);
    }

    /// <summary>Adds findings in their order.</summary>
    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
            Add(finding);
    }

    /// <summary>Adds a line of the report, inferences included.</summary>
    public void AddReportLine(Finding line) => _findings.Add(line);

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator() => _findings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
