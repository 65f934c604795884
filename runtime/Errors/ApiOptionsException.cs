namespace CfGen;

/// <summary>
/// The options of a registered client are missing, contradict each other or cannot be read. It is thrown when the program starts, or when
/// the client is registered; no call was made.
/// </summary>
public sealed class ApiOptionsException : ApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">The option, its problem and the solution.</param>
    /// <param name="optionName">The property of the options, or the key of the configuration.</param>
    /// <param name="inner">The cause.</param>
    public ApiOptionsException(string message, string? optionName = null, Exception? inner = null)
        : base(message, inner)
    {
        OptionName = optionName;
        HelpLink = HelpPages.Registration;
    }

    /// <summary>The property of the options that is wrong, or the key of the configuration; null if neither is to blame.</summary>
    public string? OptionName { get; }
}
