using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>
/// The patterns of <c>Operations</c> or <c>Keep</c>. An operation is selected if a pattern includes it, or no pattern includes any, and no pattern
/// excludes it.
/// </summary>
internal sealed class OperationSelection
{
    private readonly List<OperationPattern> _patterns = [];
    private readonly HashSet<OperationPattern> _used = [];
    private readonly string _metadata;
    private readonly LocationInfo _location;
    private readonly bool _includesAll = true;

    /// <summary>Parses the patterns.</summary>
    /// <param name="metadata">The metadata that has the patterns.</param>
    /// <param name="patterns">The patterns as the project writes them.</param>
    /// <param name="location">The item, which has the problems of its patterns.</param>
    /// <param name="findings">Receives the patterns that are malformed.</param>
    public OperationSelection(DocumentSetting metadata, IReadOnlyList<string> patterns, LocationInfo location, FindingCollector findings)
    {
        _metadata = metadata.ToString();
        _location = location;
        foreach (string text in patterns)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            (OperationPattern? pattern, Finding? finding) = OperationPattern.Parse(text, _metadata, location);
            if (pattern is not null)
                _patterns.Add(pattern);
            else
                findings.Add(finding!);

            // A malformed pattern was meant to include something, so it does not select all operations.
            if (pattern is { IsExclusion: false } || (pattern is null && !text.TrimStart().StartsWith("!", StringComparison.Ordinal)))
                _includesAll = false;
        }
    }

    public bool IsSelected(string path, string method, string? operationId, IReadOnlyList<string> tags)
    {
        bool selected = _includesAll;
        bool excluded = false;
        foreach (OperationPattern pattern in _patterns)
        {
            // Every pattern is checked, to find those that match nothing.
            if (!pattern.Matches(path, method, operationId, tags))
                continue;
            _used.Add(pattern);
            if (pattern.IsExclusion)
                excluded = true;
            else
                selected = true;
        }

        return selected && !excluded;
    }

    /// <summary>Returns the patterns that matched no operation, after all operations were checked.</summary>
    public IEnumerable<Finding> GetUnusedPatterns(int operations)
    {
        foreach (OperationPattern pattern in _patterns)
        {
            if (_used.Contains(pattern))
                continue;
            yield return ConfigurationFindings.UnusedPattern(pattern.Text, _metadata, operations, _location);
        }
    }
}
