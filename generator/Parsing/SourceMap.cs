using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>Maps JSON pointers to locations in the user's file.</summary>
internal sealed class SourceMap
{
    // The document, and the overlays that brought values to it.
    private readonly List<DocumentText> _sources;
    private readonly PositionTree _tree;

    // Imported, moved and inlined values, which have another pointer in the tree than in the file.
    private readonly Dictionary<string, (SourceMap Index, string Pointer)> _redirects = new(StringComparer.Ordinal);

    // References, and where they lead.
    private readonly Dictionary<string, (SourceMap Index, string Pointer)> _references = new(StringComparer.Ordinal);

    // A path through more references is a cycle.
    private const int MaximumHops = 64;

    public SourceMap(DocumentText document, PositionTree tree)
    {
        _sources = [document];
        _tree = tree;
    }

    /// <summary>The document of all locations without a redirect, except of values that an overlay brought.</summary>
    public DocumentText Document => _sources[0];

    /// <summary>
    /// Adds a text that brings values to the document, and returns its number for <see cref="PositionTree.Node.Source"/>.
    /// </summary>
    public ushort AddSource(DocumentText source)
    {
        _sources.Add(source);
        return checked((ushort)(_sources.Count - 1));
    }

    /// <summary>Redirects a pointer of the tree to the location where its value was written. The first redirect counts.</summary>
    public void AddRedirect(string pointer, SourceMap index, string original)
    {
        // A copy from within itself would be redirected for ever.
        bool isWithin = index == this && (original + "/").StartsWith(pointer + "/", StringComparison.Ordinal);
        if (!isWithin && !_redirects.ContainsKey(pointer))
            _redirects.Add(pointer, (index, original));
    }

    /// <summary>Adds a reference of this document, so that a pointer through it gives a location in its target.</summary>
    /// <param name="pointer">The pointer of the object that has the reference.</param>
    public void AddReference(string pointer, SourceMap index, string target) => _references[pointer] = (index, target);

    /// <summary>
    /// Returns the location of a pointer: a scalar value itself, or the key of any other value. A pointer that is not in the document
    /// gives its nearest ancestor. In a 2.0 document the pointers of the object model, which has the form of 3.x, work, too:
    /// <c>#/components/schemas/X</c>, <c>…/requestBody</c>, <c>…/responses/200/content/…/schema</c>.
    /// </summary>
    public LocationInfo GetLocation(string pointer) => GetLocation(pointer, MaximumHops, isImported: false);

    private LocationInfo GetLocation(string pointer, int hops, bool isImported)
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
                    return mount.Index.GetLocation(mount.Pointer + pointer.Substring(end), hops, isImported: true);
            }
        }

        string[] tokens = JsonPointer.Split(pointer);
        int node = FindNode(pointer, tokens, out int used);
        if (hops > 0 && FindReference(pointer, tokens, used, isImported) is var (index, target))
            return index.GetLocation(target, hops - 1, isImported: true);
        return GetNodeLocation(node);
    }

    /// <summary>Continues a pointer that ends at a reference, or leads through one, at its target.</summary>
    /// <param name="used">The number of tokens that lead to the last value that the document has.</param>
    /// <param name="isImported">True if the value of the pointer is that of the reference's target.</param>
    private (SourceMap Index, string Pointer)? FindReference(string pointer, string[] tokens, int used, bool isImported)
    {
        if (_references.Count == 0 || (used == tokens.Length && !isImported))
            return null;
        string holder = RemoveLast(pointer, tokens.Length - used);
        return _references.TryGetValue(holder, out (SourceMap Index, string Pointer) found)
            ? (found.Index, found.Pointer + pointer.Substring(holder.Length))
            : null;
    }

    private bool HasReference(string pointer, int rest) => _references.Count > 0 && _references.ContainsKey(RemoveLast(pointer, rest));

    private static string RemoveLast(string pointer, int count)
    {
        int end = pointer.Length;
        for (; count > 0 && end > 0; count--)
            end = pointer.LastIndexOf('/', end - 1);
        return end < 0 ? pointer : pointer.Substring(0, end);
    }

    /// <summary>True if the document has the pointer.</summary>
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

    /// <summary>Returns the location of the value at an index of the tree.</summary>
    public LocationInfo GetNodeLocation(int index)
    {
        if (index >= _tree.Count)
            return _sources[0].GetLocation(0, 0);
        ref PositionTree.Node node = ref _tree[index];
        DocumentText source = _sources[node.Source];
        if (!node.IsContainer && node.End > node.Start)
            return source.GetLocation(node.Start, node.End - node.Start);
        if (node.Name is not null)
            return source.GetLocation(node.NameStart, node.NameEnd - node.NameStart);

        // The location of an element or the root is its first key in YAML and its bracket in JSON.
        int first = node.FirstChild;
        if (first >= 0 && _tree[first].Name is not null && _tree[first].NameStart == node.Start && _tree[first].Source == node.Source)
            return source.GetLocation(_tree[first].NameStart, _tree[first].NameEnd - _tree[first].NameStart);
        return source.GetLocation(node.Start, Math.Min(1, node.End - node.Start));
    }

    /// <summary>Returns the location of the key of the value at an index of the tree.</summary>
    public LocationInfo GetKeyLocation(int index)
    {
        ref PositionTree.Node node = ref _tree[index];
        return node.Name is null
            ? GetNodeLocation(index)
            : _sources[node.Source].GetLocation(node.NameStart, node.NameEnd - node.NameStart);
    }

    /// <param name="used">The number of tokens that lead to the value.</param>
    private int FindNode(string pointer, string[] tokens, out int used)
    {
        int node = PositionTree.Root;
        used = 0;
        if (_tree.Count == 0)
            return node;
        for (int i = 0; i < tokens.Length; i++)
        {
            int child = _tree.FindChild(node, tokens[i]);
            if (child < 0 && (HasReference(pointer, tokens.Length - i) || (child = FindConvertedMember(node, tokens, ref i)) < 0))
                return node;
            node = child;
            used = i + 1;
        }

        return node;
    }

    /// <summary>
    /// Finds the member of a 2.0 document that the tokens of its 3.x form name; -1 where there is none. Advances to the last token that it
    /// used.
    /// </summary>
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
            string text = _sources[_tree[found].Source].Text.ToString(TextSpan.FromBounds(_tree[found].Start, _tree[found].End));
            if (string.Equals(text.Trim('"', '\''), value, StringComparison.Ordinal))
                return child;
        }

        return -1;
    }
}
