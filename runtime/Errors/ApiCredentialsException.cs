namespace CfGen;

/// <summary>
/// A credential is missing, incomplete or invalid, or the token provider failed; the attempt was not sent. The message names the option and
/// the environment variable.
/// </summary>
public sealed class ApiCredentialsException : ApiException
{
    internal ApiCredentialsException(string message, Exception? inner = null)
        : base(message, inner) => HelpLink = HelpPages.Credentials;
}
