using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>The patterns of <c>Operations</c> together: what one of them includes (all, where none does) without what one excludes.</summary>
internal sealed class OperationSelection
{
    private readonly List<OperationPattern> _patterns = [];
    private readonly HashSet<OperationPattern> _used = [];
    private readonly bool _includesAll = true;

    public OperationSelection(IReadOnlyList<string> patterns, List<Finding> findings)
    {
        foreach (string text in patterns)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            (OperationPattern? pattern, string? error) = OperationPattern.Parse(text);
            if (pattern is not null)
                _patterns.Add(pattern);
            else
                findings.Add(new Finding("CFG2005", JsonPointer.Root, text.Trim(), error!));

            // A malformed pattern was meant to include something; taking all instead would be far from it.
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
            // Each is asked, so that each is known to match something.
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

    /// <summary>After all operations were asked: the patterns that matched none.</summary>
    public IEnumerable<Finding> GetUnusedPatterns(int operations)
    {
        foreach (OperationPattern pattern in _patterns)
        {
            if (_used.Contains(pattern))
                continue;
            yield return new Finding(
                "CFG2002",
                JsonPointer.Append(JsonPointer.Root, "paths"),
                pattern.Text,
                NumberFormat.ToInvariantString(operations),
                pattern.IsExclusion
                    ? "Remove the pattern, or correct it"
                    : "Correct the pattern; '*' stands for any text, '**' for any path segments"
            );
        }
    }
}
