using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>From a JSON pointer to its place in the user's file.</summary>
internal sealed class SourceMap
{
    private readonly DocumentText _document;
    private readonly PositionTree _tree;

    // Things that the tree has at one pointer and the files at another: imported, moved and inlined ones.
    private readonly Dictionary<string, (SourceMap Index, string Pointer)> _redirects = new(StringComparer.Ordinal);

    public SourceMap(DocumentText document, PositionTree tree)
    {
        _document = document;
        _tree = tree;
    }

    /// <summary>The document that places without a mount lie in.</summary>
    public DocumentText Document => _document;

    /// <summary>Says that what the tree has at <paramref name="pointer"/> was written elsewhere. The first to say so counts.</summary>
    public void AddRedirect(string pointer, SourceMap index, string original)
    {
        if (!_redirects.ContainsKey(pointer))
            _redirects.Add(pointer, (index, original));
    }

    /// <summary>
    /// The place of a pointer: the value, if that is a scalar, else the key that holds it. A pointer that is not in the document gives
    /// its nearest ancestor that is. In a 2.0 document the pointers of the object model, which has the form of 3.x, work too:
    /// <c>#/components/schemas/X</c>, <c>…/requestBody</c>, <c>…/responses/200/content/…/schema</c>.
    /// </summary>
    public LocationInfo GetLocation(string pointer)
    {
        if (_redirects.Count > 0)
        {
            for (int end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
            {
                if (
                    _redirects.TryGetValue(
                        end == pointer.Length ? pointer : pointer.Substring(0, end),
                        out (SourceMap Index, string Pointer) mount
                    )
                )
                    return mount.Index.GetLocation(mount.Pointer + pointer.Substring(end));
            }
        }

        return GetNodeLocation(FindNode(JsonPointer.Split(pointer)));
    }

    /// <summary>Whether the document itself has exactly this pointer.</summary>
    public bool Contains(string pointer)
    {
        int node = PositionTree.Root;
        foreach (string token in JsonPointer.Split(pointer))
        {
            if (_tree.Count == 0 || (node = _tree.FindChild(node, token)) < 0)
                return false;
        }

        return _tree.Count > 0;
    }

    /// <summary>The place of the value at an index of the tree.</summary>
    public LocationInfo GetNodeLocation(int index)
    {
        if (index >= _tree.Count)
            return _document.GetLocation(0, 0);
        ref PositionTree.Node node = ref _tree[index];
        if (!node.IsContainer && node.End > node.Start)
            return _document.GetLocation(node.Start, node.End - node.Start);
        if (node.Name is not null)
            return _document.GetLocation(node.NameStart, node.NameEnd - node.NameStart);

        // An element or the root: its first key in YAML, its bracket in JSON.
        int first = node.FirstChild;
        if (first >= 0 && _tree[first].Name is not null && _tree[first].NameStart == node.Start)
            return _document.GetLocation(_tree[first].NameStart, _tree[first].NameEnd - _tree[first].NameStart);
        return _document.GetLocation(node.Start, Math.Min(1, node.End - node.Start));
    }

    /// <summary>The place of the key of the value at an index of the tree.</summary>
    public LocationInfo GetKeyLocation(int index)
    {
        ref PositionTree.Node node = ref _tree[index];
        return node.Name is null ? GetNodeLocation(index) : _document.GetLocation(node.NameStart, node.NameEnd - node.NameStart);
    }

    private int FindNode(string[] tokens)
    {
        int node = PositionTree.Root;
        if (_tree.Count == 0)
            return node;
        for (int i = 0; i < tokens.Length; i++)
        {
            int child = _tree.FindChild(node, tokens[i]);
            if (child < 0 && (child = FindConvertedMember(node, tokens, ref i)) < 0)
                return node;
            node = child;
        }

        return node;
    }

    /// <summary>The member of a 2.0 document that tokens of its 3.x form mean; -1 where there is none. Moves on to the last token it used.</summary>
    private int FindConvertedMember(int node, string[] tokens, ref int i)
    {
        switch (tokens[i])
        {
            case "components" when node == PositionTree.Root && i + 1 < tokens.Length:
                string? section = tokens[i + 1] switch
                {
                    "schemas" => "definitions",
                    "securitySchemes" => "securityDefinitions",
                    "requestBodies" => "parameters",
                    "parameters" or "responses" => tokens[i + 1],
                    _ => null,
                };
                if (section is null || _tree.FindChild(node, section) is not (>= 0 and int found))
                    return -1;
                i++;
                return found;
            case "requestBody":
                return FindParameter(node, "in", "body") is >= 0 and int body ? body : FindParameter(node, "in", "formData");
            case "content":
                if (i + 1 < tokens.Length)
                    i++;
                return node;
            case "schema":
                return node;
            default:
                return -1;
        }
    }

    private int FindParameter(int operation, string member, string value)
    {
        int parameters = _tree.FindChild(operation, "parameters");
        if (parameters < 0)
            return -1;
        for (int child = _tree[parameters].FirstChild; child >= 0; child = _tree[child].NextSibling)
        {
            int found = _tree.FindChild(child, member);
            if (found < 0)
                continue;
            string text = _document.Text.ToString(TextSpan.FromBounds(_tree[found].Start, _tree[found].End));
            if (string.Equals(text.Trim('"', '\''), value, StringComparison.Ordinal))
                return child;
        }

        return -1;
    }
}
