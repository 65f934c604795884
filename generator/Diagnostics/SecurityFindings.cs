using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Security schemes that generated code cannot apply.</summary>
internal static class SecurityFindings
{
    private static readonly DiagnosticDescriptor s_unsupportedHttpScheme = new(
        "CFG1018",
        "An HTTP authentication scheme is not supported",
        "The HTTP authentication scheme '{1}' of '{2}' at {0} is not supported. CfGen supports {3}. Requests are sent without this credential; set the Authorization header with DefaultHeaders or RequestOptions, or use a message handler.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1018.md"
    );

    private static readonly DiagnosticDescriptor s_unsupportedSchemeType = new(
        "CFG1019",
        "A security scheme type is not supported",
        "The type '{1}' of the security scheme '{2}' at {0} is not supported. CfGen supports {3}. Requests are sent without this credential; add it with DefaultHeaders, RequestOptions or a message handler.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1019.md"
    );

    private static readonly DiagnosticDescriptor s_unsupportedApiKeyLocation = new(
        "CFG1020",
        "The location of an API key is not supported",
        "The location '{1}' of the API key '{2}' at {0} is not supported. CfGen supports {3}. Requests are sent without this credential; correct the location.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1020.md"
    );

    private static readonly DiagnosticDescriptor s_tooManySchemes = new(
        "CFG1021",
        "The document has too many security schemes",
        "The security scheme '{1}' at {0} exceeds the limit of {2} schemes of a client. Requests are sent without this credential; select fewer operations with the Operations metadata of the item.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1021.md"
    );

    private static readonly DiagnosticDescriptor s_undeclaredScheme = new(
        "CFG1022",
        "A security requirement names a scheme that is not declared",
        "The security requirement at {0} names the scheme '{1}', which the document does not declare. Requests are sent without it; declare the scheme or correct the name.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1022.md"
    );

    private static readonly DiagnosticDescriptor s_invalidApiKeyName = new(
        "CFG1064",
        "HTTP does not allow the name of an API key",
        "HTTP does not allow the {2} name '{3}' of the API key '{1}' at {0}. Requests are sent without this credential; correct the name.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1064.md"
    );

    private static readonly DiagnosticDescriptor s_unusableTokenUrl = new(
        "CFG1170",
        "The token URL of a security scheme cannot be used",
        "The token URL '{1}' of '{2}' at {0} cannot be called. The options have no method for the id and secret of a client; correct the URL, or set a token provider of ApiClientCredentials with the right one.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1170.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_unsupportedHttpScheme,
        s_unsupportedSchemeType,
        s_unsupportedApiKeyLocation,
        s_tooManySchemes,
        s_undeclaredScheme,
        s_invalidApiKeyName,
        s_unusableTokenUrl,
    ];

    /// <summary>An HTTP authentication scheme is not supported.</summary>
    /// <param name="httpScheme">The scheme as the document writes it.</param>
    /// <param name="name">The name of the security scheme.</param>
    /// <param name="supported">The values that CfGen supports.</param>
    public static Finding UnsupportedHttpScheme(string pointer, string httpScheme, string name, IEnumerable<string> supported) =>
        new(s_unsupportedHttpScheme, pointer, httpScheme, name, FormatList(supported));

    /// <summary>The type of a security scheme is not supported.</summary>
    /// <param name="type">The type as the document writes it.</param>
    /// <param name="name">The name of the security scheme.</param>
    /// <param name="supported">The values that CfGen supports.</param>
    public static Finding UnsupportedSchemeType(string pointer, string type, string name, IEnumerable<string> supported) =>
        new(s_unsupportedSchemeType, pointer, type, name, FormatList(supported));

    /// <summary>The location of an API key is not one of OpenAPI.</summary>
    /// <param name="keyLocation">The location as the document writes it.</param>
    /// <param name="name">The name of the security scheme.</param>
    public static Finding UnsupportedApiKeyLocation(string pointer, string keyLocation, string name, IEnumerable<string> supported) =>
        new(s_unsupportedApiKeyLocation, pointer, keyLocation, name, FormatList(supported));

    /// <summary>HTTP does not allow the name of the header or cookie of an API key.</summary>
    /// <param name="name">The name of the security scheme.</param>
    /// <param name="keyLocation">The location, <c>header</c> or <c>cookie</c>.</param>
    /// <param name="keyName">The name of the header or cookie.</param>
    public static Finding InvalidApiKeyName(string pointer, string name, string keyLocation, string keyName) =>
        new(s_invalidApiKeyName, pointer, name, keyLocation, keyName);

    /// <summary>The document has more security schemes than a client supports.</summary>
    /// <param name="name">The name of the security scheme.</param>
    /// <param name="maximum">The number of schemes that a client supports.</param>
    public static Finding TooManySchemes(string pointer, string name, int maximum) =>
        new(s_tooManySchemes, pointer, name, NumberFormat.ToInvariantString(maximum));

    /// <summary>The token URL of a scheme is no URL.</summary>
    /// <param name="url">The URL as the document writes it.</param>
    /// <param name="name">The name of the security scheme.</param>
    public static Finding UnusableTokenUrl(string pointer, string url, string name) => new(s_unusableTokenUrl, pointer, url, name);

    /// <summary>A security requirement names a scheme that the document does not declare.</summary>
    /// <param name="name">The name in the requirement.</param>
    public static Finding UndeclaredScheme(string pointer, string name) => new(s_undeclaredScheme, pointer, name);

    private static string FormatList(IEnumerable<string> names)
    {
        string[] quoted = [.. names.Select(name => $"'{name}'").OrderBy(name => name, StringComparer.Ordinal)];
        return quoted.Length == 1 ? quoted[0] : string.Join(", ", quoted.Take(quoted.Length - 1)) + " and " + quoted[quoted.Length - 1];
    }
}
