namespace CfGen.Generator.Documents;

/// <summary>Which selected operations reading had to leave out, and why: the half of a sentence that a report prints.</summary>
internal sealed class SkippedOperations
{
    private readonly Dictionary<OperationKey, string> _reasons = [];

    /// <summary>The first reason is what an operation was left out for.</summary>
    public void Add(OperationKey site, string reason)
    {
        if (!_reasons.ContainsKey(site))
            _reasons.Add(site, reason);
    }

    /// <summary>Null where it was not lost.</summary>
    public string? GetReason(OperationKey site) => _reasons.TryGetValue(site, out string? reason) ? reason : null;
}
