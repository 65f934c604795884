namespace CfGen;

/// <summary>Arguments violate rules of the document; nothing was sent. <see cref="ArgumentException.ParamName"/> is that of the first violation.</summary>
public sealed class ApiValidationException : ArgumentException
{
    internal ApiValidationException(string operationId, IReadOnlyList<ApiViolation> violations)
        : base(Describe(violations), violations[0].Parameter)
    {
        OperationId = operationId;
        Violations = violations;
    }

    /// <summary>The <c>operationId</c> of the call.</summary>
    public string OperationId { get; }

    /// <summary>All violations of the call, in the order of its parameters.</summary>
    public IReadOnlyList<ApiViolation> Violations { get; }

    private static string Describe(IReadOnlyList<ApiViolation> violations)
    {
        string all = string.Join(" ", violations.Take(10).Select(v => v.Message));
        return violations.Count > 10 ? $"{all} And {violations.Count - 10} more." : all;
    }
}
