using System.ComponentModel;
using CfGen.Pipeline.Authentication;

namespace CfGen.CodeGen;

/// <summary>
/// A security scheme of the document: where its credential comes from, and how a request carries it. A subclass for each kind.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SecurityScheme
{
    private protected SecurityScheme(string optionName, ulong requiredTogether, string[] environmentVariables)
    {
        OptionName = optionName;
        RequiredTogether = requiredTogether;
        EnvironmentVariables = environmentVariables;
    }

    /// <summary>The property of the options that holds the credential.</summary>
    internal string OptionName { get; }

    /// <summary>The property of the options that holds the password; null if the credential needs none.</summary>
    internal virtual string? PasswordOptionName => null;

    /// <summary>The schemes that are only used together, this one included, a bit each; 0 if it is used alone.</summary>
    internal ulong RequiredTogether { get; }

    internal string[] EnvironmentVariables { get; }

    /// <summary>True if the credential is a token, which is preferred to other credentials.</summary>
    internal virtual bool IsToken => false;

    /// <summary>Reads the credential from the environment: the first variable that is set.</summary>
    internal virtual (string? Credential, string? Password) ReadEnvironment(Func<string, string?> read)
    {
        foreach (string variable in EnvironmentVariables)
        {
            if (read(variable) is { } value)
                return (value, null);
        }

        return default;
    }

    /// <summary>Gets the option and its variable, as messages name them.</summary>
    internal virtual string Describe() => DescribeOption(OptionName, 0);

    /// <summary>True if requests can carry the credential under the name that the document has for it.</summary>
    internal virtual bool HasValidName => true;

    /// <summary>Decides whether a character of a credential can be sent. Control characters never can.</summary>
    internal virtual bool IsValidCharacter(char c) => c <= '~';

    /// <summary>Creates the value that requests carry.</summary>
    internal virtual string Format(string? credential, string? password) => credential ?? "";

    /// <summary>Adds what messages must not repeat: the credential in each form in which it is sent.</summary>
    internal virtual void AddSecrets(SecretTexts secrets, string? credential, string? password) => secrets.Add(credential, Labels);

    /// <summary>Gets what stands before the credential where a request is echoed.</summary>
    private protected virtual string[] Labels => [];

    /// <summary>Decides whether a header that the caller sets is the credential.</summary>
    internal virtual bool IsGivenByHeader(string name, string value) => false;

    /// <summary>Decides whether a query parameter that the caller sets is the credential.</summary>
    internal virtual bool IsGivenByQuery(string name) => false;

    /// <summary>Adds the value to the headers of a request.</summary>
    internal virtual void Apply(HttpRequestMessage request, string value) { }

    /// <summary>Adds the value to the query of a URL.</summary>
    internal virtual string AppendToQuery(string url, string value) => url;

    internal static bool IsAuthorization(string header) => string.Equals(header, "Authorization", StringComparison.OrdinalIgnoreCase);

    private protected string DescribeOption(string option, int variable) =>
        variable < EnvironmentVariables.Length ? $"{option} ({EnvironmentVariables[variable]})" : option;
}
