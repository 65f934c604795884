using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Security;

/// <summary>Finds the URL that returns tokens for the id and secret of a client.</summary>
internal sealed class TokenUrlFinder(FindingCollector findings)
{
    private const string Unusable = "{}\"<> \\";

    /// <summary>Finds the token URL of a scheme, or of those that are the same token; empty if there is none that can be used.</summary>
    public string Find(OpenApiDocument document, DeclaredScheme scheme)
    {
        foreach (string id in scheme.SameToken.Prepend(scheme.Id))
        {
            if (
                document.Components?.SecuritySchemes?.TryGetValue(id, out IOpenApiSecurityScheme? declared) == true
                && FindFlow(declared.Flows) is (string name, string url)
            )
            {
                if (IsUsable(url))
                    return url;
                string pointer = $"#/components/securitySchemes/{JsonPointer.Escape(id)}/flows/{name}/tokenUrl";
                findings.Add(SecurityFindings.UnusableTokenUrl(pointer, url, id));
            }
        }

        return "";
    }

    // Documents often declare only how a user logs in, and the same URL gives tokens to clients. That of a password does not.
    private static (string Name, string Url)? FindFlow(OpenApiOAuthFlows? flows) =>
        flows?.ClientCredentials?.TokenUrl is { OriginalString.Length: > 0 } own ? ("clientCredentials", own.OriginalString)
        : flows?.AuthorizationCode?.TokenUrl is { OriginalString.Length: > 0 } shared ? ("authorizationCode", shared.OriginalString)
        : null;

    private static bool IsUsable(string url) =>
        !url.Any(c => char.IsControl(c) || Unusable.IndexOf(c) >= 0)
        && (
            url[0] != '/' && Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute)
                ? (absolute.Scheme == Uri.UriSchemeHttps || absolute.Scheme == Uri.UriSchemeHttp) && absolute.Host.Length > 0
                : Uri.TryCreate(url, UriKind.Relative, out _)
        );
}
