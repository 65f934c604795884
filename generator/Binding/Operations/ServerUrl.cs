using System.Text.Json.Nodes;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Resolves the servers of the document and of its operations.</summary>
internal static class ServerUrl
{
    /// <summary>The URL of the first server, with the defaults of its variables; empty where it has no host, so that the options have to.</summary>
    public static string Resolve(IList<OpenApiServer>? servers) => GetFirstUrl(servers) is { } url && IsAbsolute(url) ? url : "";

    /// <summary>The URL of the server of an operation or its path; empty where it is the document's, or not valid.</summary>
    /// <param name="baseUrl">The document's URL, which a relative URL is resolved against.</param>
    public static string Resolve(OpenApiOperation operation, IOpenApiPathItem item, string baseUrl)
    {
        if ((GetFirstUrl(operation.Servers) ?? GetFirstUrl(item.Servers)) is not { } url)
            return "";
        if (!IsAbsolute(url))
            url =
                Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? origin)
                && Uri.TryCreate(origin, url, out Uri? resolved)
                && IsAbsolute(resolved.AbsoluteUri)
                    ? resolved.AbsoluteUri
                    : "";
        url = url.TrimEnd('/');
        return url == baseUrl.TrimEnd('/') || url.IndexOfAny(['?', '#', '@']) >= 0 ? "" : url;
    }

    /// <summary>Finds the text of the first server that has a control character: its URL, or the default of a variable.</summary>
    /// <param name="ownerPointer">The pointer of the object that has the servers.</param>
    public static (string Pointer, string Text)? FindControlCharacter(IList<OpenApiServer>? servers, string ownerPointer)
    {
        if (servers is not { Count: > 0 })
            return null;
        string pointer = ownerPointer + "/servers/0";
        if (servers[0].Url is { } url && HttpText.HasControlCharacter(url.Trim()))
            return (pointer + "/url", url);
        foreach (
            KeyValuePair<string, OpenApiServerVariable> variable in servers[0].Variables ?? new Dictionary<string, OpenApiServerVariable>()
        )
        {
            if (variable.Value.Default is { } value && HttpText.HasControlCharacter(value))
                return ($"{pointer}/variables/{JsonPointer.Escape(variable.Key)}/default", value);
        }

        return null;
    }

    /// <summary>Finds the part of the server of a Swagger 2.0 document that has a control character. The OpenAPI library encodes it.</summary>
    public static (string Pointer, string Text)? FindControlCharacter(JsonNode? root)
    {
        foreach (string key in new[] { "host", "basePath" })
        {
            if (root is JsonObject members && members[key].AsString() is { } text && HttpText.HasControlCharacter(text.Trim()))
                return (JsonPointer.Append(JsonPointer.Root, key), text);
        }

        return null;
    }

    private static string? GetFirstUrl(IList<OpenApiServer>? servers)
    {
        if (servers is not { Count: > 0 } || servers[0].Url is not { } url)
            return null;
        foreach (
            KeyValuePair<string, OpenApiServerVariable> variable in servers[0].Variables ?? new Dictionary<string, OpenApiServerVariable>()
        )
            url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        return url.Trim(); // the text of a YAML block ends with a line break
    }

    private static bool IsAbsolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && (absolute.Scheme == "https" || absolute.Scheme == "http");
}
