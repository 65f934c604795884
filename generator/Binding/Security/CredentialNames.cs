using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Security;

/// <summary>
/// The names of credentials as people call them: <c>ApiToken</c>, <c>AccessToken</c>, <c>ApiKey</c>, <c>UserName</c>. The id of a scheme
/// only tells it from others of its kind.
/// </summary>
internal static class CredentialNames
{
    public const string ApiToken = "ApiToken";

    private const string Provider = "TokenProvider";

    private static readonly HashSet<string> s_commonWords = new(
        ["auth", "authentication", "authorization", "security", "scheme", "http", "credential", "credentials"],
        StringComparer.OrdinalIgnoreCase
    );

    // The words that a kind of scheme adds to an id: two schemes are not told apart by them.
    private static readonly HashSet<string> s_bearerWords = new(["bearer", "jwt"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> s_basicWords = new(["basic"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> s_tokenWords = new(
        ["o", "oauth", "oauth2", "auth2", "2", "0", "20", "open", "openid", "id", "connect", "oidc"],
        StringComparer.OrdinalIgnoreCase
    );

    // An id that ends with one of these words needs no other noun.
    private static readonly HashSet<string> s_nouns = new(
        ["token", "key", "secret", "pat", "password", "assertion", "signature"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Assigns a name to each scheme. No name depends on the order of the schemes.</summary>
    /// <returns>The names by the ids of the schemes.</returns>
    public static Dictionary<string, string> Assign(IReadOnlyList<DeclaredScheme> schemes)
    {
        Dictionary<string, string> names = schemes.ToDictionary(
            s => s.Id,
            s => schemes.Count(o => GetBaseName(o.Kind) == GetBaseName(s.Kind)) == 1 ? GetBaseName(s.Kind) : GetDistinctName(s),
            StringComparer.Ordinal
        );
        // A name that two schemes could have belongs to neither: it would silently mean one of them.
        ReplaceCommonNames(names, schemes, s => AddSuffix(Identifiers.ToMemberName(s.Id, GetBaseName(s.Kind)), s.Kind));
        ReplaceCommonNames(
            names,
            schemes,
            s => AddSuffix(Identifiers.ToMemberName(s.Id, GetBaseName(s.Kind)) + Words.ToPascalCase(GetPlace(s)), s.Kind)
        );
        return names;
    }

    /// <summary>The name of the password of a user, or of the provider of a token of OAuth; empty for other kinds.</summary>
    public static string GetSecondaryName(string name, SecuritySchemeKind kind) =>
        kind.HasPassword ? ReplaceEnd(name, "UserName", "Password")
        : kind.IsOAuth ? GetProviderName(ReplaceEnd(name, "AccessToken", ""))
        : "";

    /// <summary>The name of the provider of a bearer token; one of OAuth has the shortest name.</summary>
    public static string GetBearerProviderName(string name, bool hasOAuth) => GetProviderName(name == ApiToken && !hasOAuth ? "" : name);

    /// <summary>The name of the method that sets the id and secret of a client.</summary>
    public static string GetClientCredentialsMethod(string providerName) =>
        "Use" + ReplaceEnd(providerName, Provider, "") + "ClientCredentials";

    /// <summary>The words of the id that tell the scheme from others of its kind.</summary>
    public static List<string> GetOwnWords(string id, SecuritySchemeKind kind)
    {
        List<string> words = Words.Split(id);
        if (words.Count > 1 && words[0].Equals("x", StringComparison.OrdinalIgnoreCase))
            words.RemoveAt(0);
        words.RemoveAll(w => s_commonWords.Contains(w) || GetKindWords(kind).Contains(w));
        return words;
    }

    /// <summary>True if the last word says which kind of credential it is, such as <c>key</c>.</summary>
    public static bool EndsWithNoun(List<string> words) => words.Count > 0 && s_nouns.Contains(words[words.Count - 1]);

    private static string GetProviderName(string name) =>
        name.EndsWith("Token", StringComparison.Ordinal) ? name + "Provider" : name + Provider;

    private static string GetBaseName(SecuritySchemeKind kind) =>
        kind.HasPassword ? "UserName"
        : kind.IsOAuth ? "AccessToken"
        : kind.HasName ? "ApiKey"
        : ApiToken;

    private static HashSet<string> GetKindWords(SecuritySchemeKind kind) =>
        kind.HasPassword ? s_basicWords
        : kind.IsOAuth ? s_tokenWords
        : s_bearerWords;

    private static string GetDistinctName(DeclaredScheme scheme)
    {
        List<string> words = GetOwnWords(scheme.Id, scheme.Kind);
        string baseName = GetBaseName(scheme.Kind);
        string name = Words.ToPascalCase(words);
        // The last word of the base alone does not identify a credential.
        if (name.Length == 0 || (words.Count == 1 && baseName.EndsWith(name, StringComparison.Ordinal)))
            return baseName;
        return AddSuffix(Identifiers.ToMemberName(name), scheme.Kind);
    }

    private static string AddSuffix(string name, SecuritySchemeKind kind)
    {
        string baseName = GetBaseName(kind);
        if (name.EndsWith(baseName, StringComparison.Ordinal) || kind.HasName)
            return name;
        if (kind.HasPassword)
            return name + baseName;
        return EndsWithNoun(Words.Split(name)) ? name
            : kind.IsOAuth ? name + baseName
            : name + "Token";
    }

    private static string GetPlace(DeclaredScheme scheme) => scheme.Location.Length > 0 ? scheme.Location : scheme.Kind.Detail;

    private static void ReplaceCommonNames(
        Dictionary<string, string> names,
        IReadOnlyList<DeclaredScheme> schemes,
        Func<DeclaredScheme, string> getLongerName
    )
    {
        List<DeclaredScheme> common = [.. schemes.Where(s => names.Values.Count(n => n == names[s.Id]) > 1)];
        foreach (DeclaredScheme scheme in common)
            names[scheme.Id] = getLongerName(scheme);
    }

    private static string ReplaceEnd(string name, string end, string replacement) =>
        name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) + replacement : name;
}
