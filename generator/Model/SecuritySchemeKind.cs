namespace CfGen.Generator.Model;

/// <summary>A kind of security scheme. A new kind is an entry here, and a class of the runtime.</summary>
/// <param name="ClassName">The runtime's class.</param>
/// <param name="Type">The <c>type</c> in the document.</param>
/// <param name="Detail">The value of <see cref="GetDetailKey"/>; empty for types without one.</param>
/// <param name="Description">The sentence about the option; {0} is the name of the header, query parameter or cookie.</param>
internal sealed record SecuritySchemeKind(string ClassName, string Type, string Detail, string Description)
{
    private const string Token = "The access token, sent as a bearer token.";

    public static SecuritySchemeKind Bearer { get; } =
        new("BearerScheme", "http", "bearer", "The bearer token.") { HasTokenProvider = true };

    /// <summary>The token of a document that is silent about security.</summary>
    public static SecuritySchemeKind OptionalBearer { get; } =
        Bearer with
        {
            Description = "The token, sent as a bearer token if it is set. The document has no security.",
        };

    private static readonly SecuritySchemeKind[] s_all =
    [
        Bearer,
        new("BasicScheme", "http", "basic", "The user name of HTTP basic authentication.") { HasPassword = true },
        new("ApiKeyHeaderScheme", "apiKey", "header", "The value of the header '{0}'.") { HasName = true },
        new("ApiKeyQueryScheme", "apiKey", "query", "The value of the query parameter '{0}'.") { HasName = true },
        new("ApiKeyCookieScheme", "apiKey", "cookie", "The value of the cookie '{0}'.") { HasName = true },
        new("OAuthScheme", "oauth2", "", Token) { HasTokenProvider = true, IsOAuth = true },
        new("OAuthScheme", "openIdConnect", "", Token) { HasTokenProvider = true, IsOAuth = true },
    ];

    /// <summary>True if the document names the header, query parameter or cookie.</summary>
    public bool HasName { get; private init; }

    /// <summary>True if the options have a password too, and the credential is a user name.</summary>
    public bool HasPassword { get; private init; }

    /// <summary>True if the options have a function that provides the token too.</summary>
    public bool HasTokenProvider { get; private init; }

    /// <summary>True if the token is one of OAuth 2 or OpenID Connect, which an authorization server returns.</summary>
    public bool IsOAuth { get; private init; }

    public static IReadOnlyList<SecuritySchemeKind> All => s_all;

    /// <summary>The types of the document that have a kind.</summary>
    public static IEnumerable<string> Types => s_all.Select(kind => kind.Type).Distinct(StringComparer.Ordinal);

    /// <summary>Returns the keyword with the detail of a type; null for a type without one.</summary>
    /// <param name="type">The type as the specification writes it.</param>
    public static string? GetDetailKey(string? type) =>
        type switch
        {
            "http" => "scheme",
            "apiKey" => "in",
            _ => null,
        };

    /// <summary>Returns the details of a type that have a kind: HTTP schemes, or locations of an API key.</summary>
    public static IEnumerable<string> GetDetails(string type) => s_all.Where(kind => kind.Type == type).Select(kind => kind.Detail);

    /// <summary>Finds the kind of a scheme in the document; null if the runtime has none.</summary>
    public static SecuritySchemeKind? Find(string? type, string? detail) =>
        Array.Find(
            s_all,
            kind =>
                string.Equals(kind.Type, type, StringComparison.OrdinalIgnoreCase)
                && string.Equals(kind.Detail, detail ?? "", StringComparison.OrdinalIgnoreCase)
        );
}
