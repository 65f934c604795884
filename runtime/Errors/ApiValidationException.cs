using System.Globalization;
using System.Text;

namespace CfGen;

/// <summary>
/// Arguments violate rules of the document; nothing was sent. <see cref="ArgumentException.ParamName"/> is that of the first violation.
/// </summary>
public sealed class ApiValidationException : ArgumentException
{
    private const int MaxDescribed = 10;

    internal ApiValidationException(string operationId, IReadOnlyList<ApiViolation> violations)
        : base(Describe(violations), violations[0].Parameter)
    {
        OperationId = operationId;
        Violations = violations;
        HelpLink = HelpPages.Validation;
    }

    /// <summary>The <c>operationId</c> of the call.</summary>
    public string OperationId { get; }

    /// <summary>All violations of the call, in the order of its parameters.</summary>
    public IReadOnlyList<ApiViolation> Violations { get; }

    private static string Describe(IReadOnlyList<ApiViolation> violations)
    {
        // Without LINQ, which a NativeAOT program would pay for.
        var text = new StringBuilder(violations[0].Message);
        for (int i = 1; i < violations.Count && i < MaxDescribed; i++)
            text.Append(' ').Append(violations[i].Message);
        if (violations.Count > MaxDescribed)
            text.Append(CultureInfo.InvariantCulture, $" And {violations.Count - MaxDescribed} more.");
        return text.ToString();
    }
}
