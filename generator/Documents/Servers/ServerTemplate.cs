using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Servers;

/// <summary>Reads the URL of a server, which can have variables in braces.</summary>
internal static class ServerTemplate
{
    /// <summary>The names between braces, each once, in their order.</summary>
    public static IEnumerable<string> ReadNames(string url)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{', open + 1))
        {
            int close = url.IndexOf('}', open);
            if (close < 0)
                yield break;
            string name = url.Substring(open + 1, close - open - 1);
            if (name.Length > 0 && names.Add(name))
                yield return name;
        }
    }

    /// <summary>Finds the URL, or the default of a variable, that has a control character.</summary>
    public static InvalidServerText? FindInvalidText(string url, string pointer, IEnumerable<ServerVariableDefinition> variables)
    {
        // The text of a YAML block ends with a line break.
        if (HttpText.HasControlCharacter(url.Trim()))
            return new InvalidServerText(pointer, url);
        return variables.FirstOrDefault(v => v.Default is { } value && HttpText.HasControlCharacter(value)) is { } variable
            ? new InvalidServerText(JsonPointer.Append(variable.Pointer, "default"), variable.Default!)
            : null;
    }

    /// <summary>Reads a variable, or a parameter of Swagger 2.0, which has its values in the same members.</summary>
    public static ServerVariableDefinition ReadVariable(string name, JsonObject variable, string pointer) =>
        new(
            name,
            (variable["default"] as JsonValue)?.ToPlainText(),
            variable["enum"] is JsonArray values ? [.. values.OfType<JsonValue>().Select(v => v.ToPlainText())] : [],
            variable["description"].AsString() ?? "",
            pointer
        );

    /// <summary>
    /// Writes the URL as absolute, or as a path that begins with a slash; null where a client cannot call it. A URL that begins with a
    /// variable without a default can be either.
    /// </summary>
    public static string? Normalize(string url, IReadOnlyList<ServerVariableDefinition> variables)
    {
        url = url.Trim().TrimEnd('/');
        if (url.StartsWith("//", StringComparison.Ordinal))
            url = "https:" + url;
        string example = Expand(url, variables);
        if (example.IndexOfAny([' ', '?', '#', '@', '\\']) >= 0)
            return null;
        if (example.IndexOf("://", StringComparison.Ordinal) >= 0)
            return IsAbsolute(example) ? url : null;
        if (url.Length > 0 && url[0] == '{' && variables.Count > 0 && variables[0].Default is null)
            return url;
        if (url.StartsWith("./", StringComparison.Ordinal))
            url = url.Substring(1);
        if (url is "" or ".")
            return "";
        if (url[0] == '/')
            return url;
        // A first segment such as api.example.com or localhost:8080 is a host, and nobody knows its scheme.
        string first = example.Split('/')[0];
        return first.IndexOfAny(['.', ':']) >= 0 ? null : "/" + url;
    }

    private static string Expand(string url, IReadOnlyList<ServerVariableDefinition> variables) =>
        variables.Aggregate(
            url,
            (expanded, v) =>
                expanded.Replace(
                    "{" + v.Name + "}",
                    v.Default ?? (expanded.StartsWith("{" + v.Name + "}", StringComparison.Ordinal) ? "https://example.com" : "1")
                )
        );

    private static bool IsAbsolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "https" or "http" && absolute.Host.Length > 0;
}
