namespace CfGen.Generator.Parsing;

/// <summary>
/// The positions of all values of a document, as one flat array that mirrors the tree. A dictionary of pointers would cost more than the
/// parser, and almost no pointer is ever looked up.
/// </summary>
internal sealed class PositionTree
{
    /// <summary>The index of the root.</summary>
    public const int Root = 0;

    private const int None = -1;

    // The number of members. Those of paths and components are looked up hundreds of times.
    private const int IndexThreshold = 64;

    private readonly Dictionary<int, Dictionary<string, int>> _indexedMembers = [];

    private Node[] _nodes;
    private int _count;

    /// <param name="textLength">The length of the document. Real documents have a value for every 23 to 40 characters.</param>
    public PositionTree(int textLength = 0) => _nodes = new Node[Math.Max(16, textLength / 20)];

    /// <summary>The number of values.</summary>
    public int Count => _count;

    public ref Node this[int index] => ref _nodes[index];

    public void Clear()
    {
        _count = 0;
        _indexedMembers.Clear();
    }

    /// <summary>Adds the root or a member after the last one of its parent.</summary>
    /// <param name="parent">The container, or -1 for the root.</param>
    /// <param name="last">The last member of that container so far, or -1; becomes the new one.</param>
    /// <param name="name">The key; null in an array.</param>
    /// <param name="nameStart">The start of the key.</param>
    /// <param name="nameEnd">The end of the key.</param>
    public int AddNode(int parent, ref int last, string? name, int nameStart, int nameEnd)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, _count * 2);
        if (_indexedMembers.Count > 0)
            _indexedMembers.Remove(parent);
        int index = _count++;
        _nodes[index] = new Node
        {
            Name = name,
            NameStart = nameStart,
            NameEnd = nameEnd,
            Parent = parent,
            FirstChild = None,
            NextSibling = None,
        };
        if (last >= 0)
            _nodes[last].NextSibling = index;
        else if (parent >= 0)
            _nodes[parent].FirstChild = index;
        last = index;
        return index;
    }

    /// <summary>Finds the member of an object or the element of an array that a token of a pointer names; -1 where there is none.</summary>
    public int FindChild(int index, string token)
    {
        if (_indexedMembers.TryGetValue(index, out Dictionary<string, int>? known))
            return known.TryGetValue(token, out int member) ? member : None;

        // The last of several equal keys counts.
        int found = None;
        int position = 0;
        int wanted = int.TryParse(token, out int parsed) ? parsed : None;
        for (int child = _nodes[index].FirstChild; child >= 0; child = _nodes[child].NextSibling, position++)
        {
            string? name = _nodes[child].Name;
            if (name is null ? position == wanted : string.Equals(name, token, StringComparison.Ordinal))
                found = child;
        }

        if (position > IndexThreshold && _nodes[_nodes[index].FirstChild].Name is not null)
            _indexedMembers.Add(index, IndexMembers(index, position));
        return found;
    }

    /// <summary>Takes a member out of its object, or an element out of its array. Its own entry stays, unused.</summary>
    public void Unlink(int parent, int child)
    {
        _indexedMembers.Remove(parent);
        int next = _nodes[child].NextSibling;
        if (_nodes[parent].FirstChild == child)
        {
            _nodes[parent].FirstChild = next;
            return;
        }

        for (int at = _nodes[parent].FirstChild; at >= 0; at = _nodes[at].NextSibling)
        {
            if (_nodes[at].NextSibling != child)
                continue;
            _nodes[at].NextSibling = next;
            return;
        }
    }

    private Dictionary<string, int> IndexMembers(int index, int count)
    {
        Dictionary<string, int> members = new(count, StringComparer.Ordinal);
        for (int child = _nodes[index].FirstChild; child >= 0; child = _nodes[child].NextSibling)
            members[_nodes[child].Name!] = child;
        return members;
    }

    /// <summary>Returns the pointer of a value.</summary>
    public string GetPointer(int index)
    {
        List<string> tokens = [];
        for (; index > Root; index = _nodes[index].Parent)
            tokens.Add(_nodes[index].Name is { } name ? JsonPointer.Escape(name) : GetArrayIndex(index));
        tokens.Add(JsonPointer.Root);
        tokens.Reverse();
        return string.Join("/", tokens);
    }

    private string GetArrayIndex(int index)
    {
        int position = 0;
        for (int child = _nodes[_nodes[index].Parent].FirstChild; child != index && child >= 0; child = _nodes[child].NextSibling)
            position++;
        return position.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A value: the spans of its key and of itself, in UTF-16 units, the text that has them, and its links.</summary>
    internal struct Node
    {
        public string? Name;
        public int NameStart;
        public int NameEnd;
        public int Start;
        public int End;
        public bool IsContainer;

        /// <summary>
        /// The text that has the spans: 0 for the document itself, else one that <see cref="SourceMap.AddSource"/> added.
        /// </summary>
        public ushort Source;
        public int Parent;
        public int FirstChild;
        public int NextSibling;
    }
}
