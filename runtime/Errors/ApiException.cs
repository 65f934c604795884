namespace CfGen;

/// <summary>
/// The base of the exceptions of a failed call. Messages never hold a credential or a body. An invalid argument is an
/// <see cref="ApiValidationException"/>, which does not derive from this type.
/// </summary>
public abstract class ApiException : Exception
{
    private protected ApiException(string message, Exception? inner)
        : base(message, inner) => HelpLink = HelpPages.Errors;

    /// <summary>The <c>operationId</c> of the call.</summary>
    public string? OperationId { get; internal init; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; internal init; }
}
