using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Servers;

/// <summary>
/// Reads the server of Swagger 2.0: its host, or the template of one with parameters (<c>x-ms-parameterized-host</c>), the path and the
/// scheme.
/// </summary>
internal sealed class LegacyServerReader(FindingCollector findings)
{
    private const string Template = "x-ms-parameterized-host";

    private static readonly string[] s_keywords = ["host", "basePath", "schemes"];

    /// <summary>Reads the server of a document, and removes it.</summary>
    public ServerDefinition? Read(JsonObject root)
    {
        InvalidServerText? invalid = s_keywords
            .Where(keyword => root[keyword].AsString() is { } text && HttpText.HasControlCharacter(text.Trim()))
            .Select(keyword => new InvalidServerText(JsonPointer.Append(JsonPointer.Root, keyword), root[keyword].AsString()!))
            .FirstOrDefault();
        string scheme = ReadScheme(root["schemes"]);
        string path = invalid is null ? ReadPath(root["basePath"]) : "";
        ServerDefinition? server =
            invalid is not null ? null
            : root[Template] is JsonObject template ? ReadTemplate(root, template, scheme, path)
            : root.ContainsKey("host") ? ReadHost(root["host"], scheme, path)
            : path.Length > 0 ? new ServerDefinition(path, [])
            : null;
        foreach (string keyword in s_keywords)
            root.Remove(keyword);
        return invalid is null ? server : new ServerDefinition("", []) { InvalidText = invalid };
    }

    private ServerDefinition? ReadHost(JsonNode? node, string scheme, string path)
    {
        const string Pointer = "#/host";
        if (node.AsString() is { Length: > 0 } host)
        {
            string url = (host.IndexOf("://", StringComparison.Ordinal) < 0 ? scheme + "://" + host : host).TrimEnd('/') + path;
            List<ServerVariableDefinition> variables =
            [
                .. ServerTemplate.ReadNames(url).Select(name => new ServerVariableDefinition(name, null, [], "", Pointer)),
            ];
            if (ServerTemplate.Normalize(url, variables) is { } valid)
            {
                foreach (ServerVariableDefinition variable in variables)
                    findings.Add(ServerFindings.UndeclaredVariable(Pointer, variable.Name));
                return new ServerDefinition(valid, variables);
            }
        }

        // An empty host is written by tools that do not know it.
        if (node.AsString() is not "")
            findings.Add(ServerFindings.NotAServer(Pointer, node.AsString() ?? node?.ToJsonString() ?? "null"));
        return path.Length > 0 ? new ServerDefinition(path, []) : null;
    }

    private ServerDefinition? ReadTemplate(JsonObject root, JsonObject template, string scheme, string path)
    {
        const string Pointer = "#/" + Template;
        if (template["hostTemplate"].AsString() is not { Length: > 0 } host)
        {
            findings.Add(ServerFindings.NotAServer(Pointer, template.ToJsonString()));
            return null;
        }

        bool usesScheme = template["useSchemePrefix"] is not { } prefix || prefix.IsTrue();
        string url = (usesScheme ? scheme + "://" : "") + host.TrimEnd('/') + path;
        List<ServerVariableDefinition> declared = [.. ReadParameters(root, template["parameters"], Pointer + "/parameters")];
        List<ServerVariableDefinition> used =
        [
            .. ServerTemplate
                .ReadNames(url)
                .Select(name => declared.Find(v => v.Name == name) ?? new ServerVariableDefinition(name, null, [], "", Pointer)),
        ];
        if (ServerTemplate.Normalize(url, used) is { } valid)
            return new ServerDefinition(valid, used);
        findings.Add(ServerFindings.NotAServer(JsonPointer.Append(Pointer, "hostTemplate"), host));
        return null;
    }

    private static IEnumerable<ServerVariableDefinition> ReadParameters(JsonObject root, JsonNode? written, string pointer)
    {
        if (written is not JsonArray parameters)
            yield break;
        for (int i = 0; i < parameters.Count; i++)
        {
            JsonNode? node = parameters[i];
            string own = JsonPointer.Append(pointer, NumberFormat.ToInvariantString(i));
            if (
                node is JsonObject reference
                && reference["$ref"].AsString() is { } target
                && JsonPointer.Split(target) is ["parameters", { } component]
            )
                (node, own) = ((root["parameters"] as JsonObject)?[component], target);
            if (node is JsonObject parameter && parameter["name"].AsString() is { } name)
                yield return ServerTemplate.ReadVariable(name, parameter, own);
        }
    }

    private string ReadScheme(JsonNode? schemes)
    {
        if (schemes is not JsonArray { Count: > 0 } list)
            return "https";
        string? scheme = list.Select(JsonNodeExtensions.AsString).FirstOrDefault(s => s is "https" or "http");
        if (scheme is null)
            findings.Add(ServerFindings.NotAServer("#/schemes", list.ToJsonString()));
        return scheme ?? "https";
    }

    private string ReadPath(JsonNode? node)
    {
        if (node is null)
            return "";
        if (node.AsString() is { } path && path.IndexOfAny([' ', '?', '#', '\\']) < 0)
            return path.Trim('/') is { Length: > 0 } trimmed ? "/" + trimmed : "";
        findings.Add(ServerFindings.NotAServer("#/basePath", node.AsString() ?? node.ToJsonString()));
        return "";
    }
}
