using System.Text;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Names components that the document declares elsewhere: in another file, or inside another value.</summary>
internal static class ComponentNames
{
    /// <summary>
    /// Derives a name: <c>Error</c> for <c>common.yaml#/components/schemas/Error</c>, <c>Pet</c> for <c>schemas/Pet.yaml</c>,
    /// <c>Pet_tag</c> for <c>#/components/schemas/Pet/properties/tag</c>. A name that is taken gets the name of the file before it, then a
    /// number.
    /// </summary>
    public static string Derive(ReferenceTarget target, Func<string, bool> isTaken)
    {
        string file = target.Source.Name.Substring(target.Source.Name.LastIndexOf('/') + 1);
        int dot = file.IndexOf('.');
        if (dot > 0)
            file = file.Substring(0, dot);
        string name = Sanitize(FromPointer(JsonPointer.Split(target.Pointer)) is { Length: > 0 } inner ? inner : file);
        if (!isTaken(name))
            return name;
        string longer = Sanitize(file + "_" + name);
        if (!isTaken(longer))
            return longer;
        for (int i = 2; ; i++)
        {
            if (!isTaken(longer + NumberFormat.ToInvariantString(i)))
                return longer + NumberFormat.ToInvariantString(i);
        }
    }

    private static string FromPointer(string[] tokens)
    {
        int start =
            tokens.Length >= 3 && tokens[0] == "components" ? 2
            : tokens.Length >= 2 && tokens[0] is "definitions" or "$defs" or "parameters" or "responses" or "paths" ? 1
            : 0;
        var name = new StringBuilder();
        for (int i = start; i < tokens.Length; i++)
        {
            // Keywords of OpenAPI are not part of the name. The first token is always a name.
            if (i > start && tokens[i] == "schema")
                continue;
            if (
                i > start
                && tokens[i] is "properties" or "content" or "responses" or "parameters" or "allOf" or "oneOf" or "anyOf" or "$defs"
                && i + 1 < tokens.Length
            )
                continue;
            if (name.Length > 0)
                name.Append('_');
            name.Append(tokens[i]);
        }

        return name.ToString();
    }

    private static string Sanitize(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_')
                result.Append(c);
            else if (result.Length > 0 && result[result.Length - 1] != '_')
                result.Append('_');
        }

        string text = result.ToString().Trim('_');
        return text.Length == 0 ? "Component" : text;
    }
}
