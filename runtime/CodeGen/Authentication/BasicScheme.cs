using System.ComponentModel;
using System.Text;
using CfGen.Pipeline.Authentication;

namespace CfGen.CodeGen;

/// <summary>A user and a password that are sent as <c>Authorization: Basic</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BasicScheme : SecurityScheme
{
    private const string Prefix = "Basic ";

    private readonly string _passwordOptionName;

    /// <summary>Creates the scheme.</summary>
    /// <param name="userOptionName">The property of the options that holds the user's name.</param>
    /// <param name="passwordOptionName">The property of the options that holds the password.</param>
    /// <param name="environmentVariables">The environment variables: the user's name, the password.</param>
    public BasicScheme(string userOptionName, string passwordOptionName, params string[] environmentVariables)
        : base(userOptionName, 0, environmentVariables) => _passwordOptionName = passwordOptionName;

    internal override string? PasswordOptionName => _passwordOptionName;

    internal override (string? Credential, string? Password) ReadEnvironment(Func<string, string?> read) =>
        (
            EnvironmentVariables.Length > 0 ? read(EnvironmentVariables[0]) : null,
            EnvironmentVariables.Length > 1 ? read(EnvironmentVariables[1]) : null
        );

    internal override string Describe() => $"{DescribeOption(OptionName, 0)} and {DescribeOption(_passwordOptionName, 1)}";

    internal override bool IsValidCharacter(char c) => true; // sent in Base64

    internal override string Format(string? credential, string? password) =>
        Prefix + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential}:{password}"));

    internal override void AddSecrets(SecretTexts secrets, string? credential, string? password)
    {
        secrets.Add(credential);
        secrets.Add(password);
        secrets.Add(Format(credential, password)[Prefix.Length..], Prefix);
    }

    internal override bool IsGivenByHeader(string name, string value) => IsAuthorization(name);

    internal override void Apply(HttpRequestMessage request, string value) =>
        request.Headers.TryAddWithoutValidation("Authorization", value);
}
