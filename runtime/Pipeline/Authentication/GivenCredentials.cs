using CfGen.CodeGen;

namespace CfGen.Pipeline.Authentication;

/// <summary>
/// The credentials that the caller gives by headers and query parameters, of the client or of a call, and not by the options of schemes.
/// </summary>
/// <param name="Schemes">The schemes, a bit each.</param>
/// <param name="HasAuthorization">True if there is an Authorization header: it is a credential, whatever the document declares.</param>
internal readonly record struct GivenCredentials(ulong Schemes, bool HasAuthorization)
{
    /// <summary>Finds the credentials among headers and query parameters. An empty value is none.</summary>
    public static GivenCredentials Find(SecurityScheme[] schemes, IDictionary<string, string>? headers, IDictionary<string, string>? query)
    {
        ulong given = 0;
        bool hasAuthorization = false;
        foreach ((string name, string value) in headers ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            if (string.IsNullOrWhiteSpace(value))
                continue;
            hasAuthorization |= SecurityScheme.IsAuthorization(name);
            for (int i = 0; i < schemes.Length; i++)
                given |= schemes[i].IsGivenByHeader(name, value) ? 1UL << i : 0;
        }

        foreach ((string name, string value) in query ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            for (int i = 0; i < schemes.Length && !string.IsNullOrEmpty(value); i++)
                given |= schemes[i].IsGivenByQuery(name) ? 1UL << i : 0;
        }

        return new(given, hasAuthorization);
    }

    public GivenCredentials Join(GivenCredentials other) => new(Schemes | other.Schemes, HasAuthorization || other.HasAuthorization);
}
