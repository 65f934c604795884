using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A security scheme of the document, and where its credential comes from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecurityScheme
{
    private SecurityScheme(SecuritySchemeKind kind, string id, string name, string option, ulong companions, string[] environment)
    {
        Kind = kind;
        Id = id;
        Name = name;
        OptionName = option;
        RequiredTogether = companions;
        EnvironmentVariables = environment;
    }

    /// <summary>The scheme's name in the document.</summary>
    public string Id { get; }

    internal SecuritySchemeKind Kind { get; }

    /// <summary>The header, query parameter or cookie that carries the credential.</summary>
    internal string Name { get; }

    /// <summary>The property of the options.</summary>
    internal string OptionName { get; }

    /// <summary>The second property of the options, for a password.</summary>
    internal string? PasswordOptionName { get; private init; }

    internal ulong RequiredTogether { get; }

    internal string[] EnvironmentVariables { get; }

    internal bool IsToken => Kind is SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth;

    /// <summary><c>Authorization: Bearer</c> with a token.</summary>
    public static SecurityScheme Bearer(string id, string option, params string[] environment) =>
        new(SecuritySchemeKind.Bearer, id, "Authorization", option, 0, environment);

    /// <summary>A token from a provider, or one that is given; sent as <c>Authorization: Bearer</c>.</summary>
    public static SecurityScheme OAuth(string id, string option, params string[] environment) =>
        new(SecuritySchemeKind.OAuth, id, "Authorization", option, 0, environment);

    /// <summary><c>Authorization: Basic</c>; of the environment variables the first is the user's, the second the password's.</summary>
    public static SecurityScheme Basic(string id, string userOption, string passwordOption, params string[] environment) =>
        new(SecuritySchemeKind.Basic, id, "Authorization", userOption, 0, environment) { PasswordOptionName = passwordOption };

    /// <summary>A header of the document's choice.</summary>
    public static SecurityScheme Header(string id, string name, string option, ulong requiredTogether, params string[] environment) =>
        new(SecuritySchemeKind.Header, id, name, option, requiredTogether, environment);

    /// <summary>A query parameter.</summary>
    public static SecurityScheme Query(string id, string name, string option, ulong requiredTogether, params string[] environment) =>
        new(SecuritySchemeKind.Query, id, name, option, requiredTogether, environment);

    /// <summary>A cookie.</summary>
    public static SecurityScheme Cookie(string id, string name, string option, ulong requiredTogether, params string[] environment) =>
        new(SecuritySchemeKind.Cookie, id, name, option, requiredTogether, environment);

    /// <summary>The option and its variable, as messages name them.</summary>
    internal string Describe()
    {
        string first = DescribeOption(OptionName, 0);
        return PasswordOptionName is null ? first : $"{first} and {DescribeOption(PasswordOptionName, 1)}";
    }

    internal string DescribeOption(string option, int variable) =>
        variable < EnvironmentVariables.Length ? $"{option} ({EnvironmentVariables[variable]})" : option;
}

/// <summary>How a credential travels.</summary>
internal enum SecuritySchemeKind
{
    Bearer,
    OAuth,
    Basic,
    Header,
    Query,
    Cookie,
}
