using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Leaves out the URLs of OAuth 2 that are no URLs, such as those with a placeholder as host. The OpenAPI library throws at them. Only
/// token URLs are called, so that only these are reported.
/// </summary>
internal static class FlowUrlNormalizer
{
    private const string TokenUrl = "tokenUrl";

    private static readonly string[] s_urls = [TokenUrl, "authorizationUrl", "refreshUrl", "deviceAuthorizationUrl", "openIdConnectUrl"];

    /// <summary>Leaves out the URLs of a security scheme that cannot be read.</summary>
    /// <param name="name">The name of the scheme.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="pointer">The place of the scheme.</param>
    /// <returns>A finding for each token URL.</returns>
    public static List<Finding> Normalize(string name, JsonObject scheme, string pointer)
    {
        List<Finding> findings = [];
        Remove(scheme, pointer); // the only flow of Swagger 2.0
        foreach (KeyValuePair<string, JsonNode?> flow in scheme["flows"] is JsonObject flows ? flows.ToArray() : [])
        {
            if (flow.Value is JsonObject members)
                Remove(members, JsonPointer.Append(JsonPointer.Append(pointer, "flows"), flow.Key));
        }

        return findings;

        void Remove(JsonObject flow, string place)
        {
            foreach (string key in s_urls)
            {
                if (flow[key].AsString() is not { } url || Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _))
                    continue;
                flow.Remove(key);
                if (key == TokenUrl)
                    findings.Add(SecurityFindings.UnusableTokenUrl(JsonPointer.Append(place, key), url, name));
            }
        }
    }
}
