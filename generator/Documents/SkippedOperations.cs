using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Documents;

/// <summary>The selected operations that the document stage skips, and the reasons that a report prints.</summary>
internal sealed class SkippedOperations
{
    private readonly Dictionary<OperationKey, string> _reasons = [];

    /// <summary>Adds an operation. The first reason counts.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="reason">The reason as a clause, without a period.</param>
    /// <param name="finding">The finding that reports it.</param>
    public void Add(OperationKey operation, string reason, Finding finding)
    {
        if (!_reasons.ContainsKey(operation))
            _reasons.Add(operation, $"{reason} ({finding.Id})");
    }

    /// <summary>Returns the reason; null where the operation is not skipped.</summary>
    public string? GetReason(OperationKey operation) => _reasons.TryGetValue(operation, out string? reason) ? reason : null;
}
