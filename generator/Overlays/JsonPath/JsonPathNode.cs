using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>
/// A value that a query selects, with its place in the document. A null has no object of its own, so the place is kept beside the value.
/// </summary>
internal sealed class JsonPathNode
{
    private JsonPathNode(JsonPathNode? parent, string? name, int index, JsonNode? value)
    {
        Parent = parent;
        Name = name;
        Index = index;
        Value = value;
    }

    /// <summary>The object or array that has the value; null for the root.</summary>
    public JsonPathNode? Parent { get; }

    /// <summary>The name of the member; null for an element and the root.</summary>
    public string? Name { get; }

    /// <summary>The index of the element; -1 for a member and the root.</summary>
    public int Index { get; }

    /// <summary>The value. It is null for the JSON value <c>null</c>.</summary>
    public JsonNode? Value { get; }

    /// <summary>Creates the node of a whole document.</summary>
    public static JsonPathNode CreateRoot(JsonNode? value) => new(null, null, -1, value);

    /// <summary>Creates the node of a member.</summary>
    public JsonPathNode CreateMember(string name, JsonNode? value) => new(this, name, -1, value);

    /// <summary>Creates the node of an element.</summary>
    public JsonPathNode CreateElement(int index, JsonNode? value) => new(this, null, index, value);

    /// <summary>Returns the place as a JSON pointer.</summary>
    public string GetPointer()
    {
        string pointer = JsonPointer.Root;
        foreach (JsonPathNode node in GetPath())
            pointer = node.Name is null ? JsonPointer.Append(pointer, node.Index) : JsonPointer.Append(pointer, node.Name);
        return pointer;
    }

    /// <summary>Returns the place as a normalized path of RFC 9535, such as <c>$['paths']['/pets'][0]</c>.</summary>
    public string GetNormalizedPath()
    {
        StringBuilder path = new("$");
        foreach (JsonPathNode node in GetPath())
        {
            if (node.Name is null)
                path.Append('[').Append(node.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else
                AppendName(path, node.Name);
        }

        return path.ToString();
    }

    private Stack<JsonPathNode> GetPath()
    {
        Stack<JsonPathNode> path = new();
        for (JsonPathNode at = this; at.Parent is not null; at = at.Parent)
            path.Push(at);
        return path;
    }

    private static void AppendName(StringBuilder path, string name)
    {
        path.Append("['");
        foreach (char c in name)
        {
            switch (c)
            {
                case '\'' or '\\':
                    path.Append('\\').Append(c);
                    break;
                case '\b':
                    path.Append("\\b");
                    break;
                case '\f':
                    path.Append("\\f");
                    break;
                case '\n':
                    path.Append("\\n");
                    break;
                case '\r':
                    path.Append("\\r");
                    break;
                case '\t':
                    path.Append("\\t");
                    break;
                case < ' ':
                    path.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    path.Append(c);
                    break;
            }
        }

        path.Append("']");
    }
}
