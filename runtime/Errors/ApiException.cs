namespace CfGen;

/// <summary>
/// A call failed. Messages never hold a credential or a body; a wrong argument is an <see cref="ApiValidationException"/> and stands outside of this family.
/// </summary>
public abstract class ApiException : Exception
{
    private protected ApiException(string message, Exception? inner)
        : base(message, inner) { }

    /// <summary>The <c>operationId</c> of the call.</summary>
    public string? OperationId { get; internal init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal init; }
}
