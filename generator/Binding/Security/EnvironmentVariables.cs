using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Security;

/// <summary>
/// The environment variables of credentials. Vendors name them with and without <c>API_</c>, so that both are looked for: secrets are usually
/// <c>ACME_API_KEY</c>, and names of users <c>ACME_EMAIL</c>.
/// </summary>
internal static class EnvironmentVariables
{
    private static readonly HashSet<string> s_identities = ["EMAIL", "USER", "USERNAME", "USER_NAME", "LOGIN", "ACCOUNT", "CLIENT_ID"];

    /// <param name="isOnlyBearer">True for the only bearer token of the client, which is also the API's token.</param>
    public static IEnumerable<string> GetNames(string prefix, string schemeId, bool isOnlyBearer)
    {
        string name = Words.ToUpperSnakeCase(schemeId);
        string shortName = name.StartsWith("API_", StringComparison.Ordinal) ? name.Substring(4) : name;
        string apiVariable = $"{prefix}_API_{shortName}";
        string variable = $"{prefix}_{shortName}";
        List<string> names = s_identities.Contains(shortName) ? [variable, apiVariable] : [apiVariable, variable];
        if (isOnlyBearer)
            names.Insert(names[0] == $"{prefix}_API_TOKEN" ? 1 : 0, $"{prefix}_API_TOKEN");
        return names.Distinct(StringComparer.Ordinal);
    }
}
