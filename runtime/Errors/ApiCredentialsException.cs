namespace CfGen;

/// <summary>A credential is missing, incomplete or invalid; nothing was sent. The message names the option and the environment variable.</summary>
public sealed class ApiCredentialsException : ApiException
{
    internal ApiCredentialsException(string message, Exception? inner = null)
        : base(message, inner) { }
}
