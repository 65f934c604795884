using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Security;

/// <summary>
/// The environment variables of credentials. Vendors name them with and without <c>API_</c>, so that both are looked for: secrets are
/// usually <c>ACME_API_KEY</c>, and names of users <c>ACME_EMAIL</c>.
/// </summary>
internal static class EnvironmentVariables
{
    private static readonly HashSet<string> s_plain =
    [
        "EMAIL",
        "USER",
        "USERNAME",
        "USER_NAME",
        "LOGIN",
        "ACCOUNT",
        "CLIENT_ID",
        "ACCESS_TOKEN",
    ];

    /// <summary>
    /// Assigns the variables of all credentials: those of the option's name, then those of the scheme's id, which others do not have.
    /// </summary>
    /// <param name="names">The names of the options by the ids of the schemes.</param>
    /// <returns>The variables by the ids of the schemes.</returns>
    public static Dictionary<string, List<string>> Assign(
        string prefix,
        IReadOnlyList<DeclaredScheme> schemes,
        IReadOnlyDictionary<string, string> names
    )
    {
        Dictionary<string, List<string>> variables = schemes.ToDictionary(
            s => s.Id,
            s => s.Kind.HasPassword ? GetUserNames(prefix, names[s.Id], s.Kind) : GetNames(prefix, names[s.Id]),
            StringComparer.Ordinal
        );
        HashSet<string> taken = [.. variables.Values.SelectMany(v => v)];
        foreach (DeclaredScheme scheme in schemes.Where(s => !s.Kind.HasPassword).OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            // An id such as petstore_auth names no credential.
            List<string> words = CredentialNames.GetOwnWords(scheme.Id, scheme.Kind);
            if (CredentialNames.EndsWithNoun(words))
                variables[scheme.Id].AddRange(GetNames(prefix, Words.ToPascalCase(words)).Where(taken.Add));
        }

        return variables;
    }

    private static List<string> GetNames(string prefix, string credential)
    {
        string name = Words.ToUpperSnakeCase(credential);
        string shortName = name.StartsWith("API_", StringComparison.Ordinal) ? name.Substring(4) : name;
        string apiVariable = $"{prefix}_API_{shortName}";
        string variable = $"{prefix}_{shortName}";
        return s_plain.Contains(shortName) || shortName.Contains("_API_") ? [variable, apiVariable] : [apiVariable, variable];
    }

    private static List<string> GetUserNames(string prefix, string userName, SecuritySchemeKind kind) =>
        [
            .. new[] { userName, CredentialNames.GetSecondaryName(userName, kind) }.Select(n =>
                $"{prefix}_{Words.ToUpperSnakeCase(n).Replace("USER_NAME", "USERNAME")}"
            ),
        ];
}
