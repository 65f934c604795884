namespace CfGen.Generator.Parsing;

/// <summary>
/// Keeps the positions of a document right while its tree is changed. Values that another text brings keep their positions in that text.
/// </summary>
internal sealed class PositionEditor
{
    private readonly PositionTree _tree;

    // The last child that was added or found, so that a walk over a long list is not a search in it for every element.
    private int _parent = -1;
    private int _child = -1;
    private int _childIndex;

    /// <param name="tree">The positions of the document.</param>
    public PositionEditor(PositionTree tree)
    {
        _tree = tree;
        if (tree.Count > 0)
            Separate(PositionTree.Root);
    }

    /// <summary>Finds the position of a member; -1 where there is none.</summary>
    public int FindMember(int parent, string name) => parent < 0 ? -1 : _tree.FindChild(parent, name);

    /// <summary>Finds the position of an element; -1 where there is none.</summary>
    public int FindElement(int parent, int index)
    {
        if (parent < 0)
            return -1;
        if (parent != _parent || _childIndex > index)
            (_parent, _child, _childIndex) = (parent, _tree[parent].FirstChild, 0);
        for (; _child >= 0 && _childIndex < index; _childIndex++)
            _child = _tree[_child].NextSibling;
        return _child;
    }

    /// <summary>Adds a member or an element, with all that is below it, after the last one of its parent.</summary>
    /// <param name="parent">The position of the object or array; -1 to do nothing.</param>
    /// <param name="name">The name; null in an array.</param>
    /// <param name="value">The positions of the value.</param>
    public void Add(int parent, string? name, PositionedValue value)
    {
        if (parent < 0 || value.Index < 0)
            return;
        int last = FindLast(parent);
        AddCopy(parent, ref last, name, value);
        _tree[parent].IsContainer = true;
    }

    /// <summary>Gives a value the positions of another one.</summary>
    /// <param name="index">The position of the value; -1 to do nothing.</param>
    /// <param name="value">The positions of the other value.</param>
    public void Replace(int index, PositionedValue value)
    {
        if (index < 0 || value.Index < 0)
            return;
        _tree[index].FirstChild = -1;
        SetSpans(index, value);
        AddChildren(index, value);
    }

    /// <summary>Removes the member of a name.</summary>
    public void RemoveMember(int parent, string name)
    {
        if (parent < 0)
            return;

        // A key that stands twice is a member of the tree once.
        _parent = -1;
        for (int child = _tree[parent].FirstChild; child >= 0; child = _tree[child].NextSibling)
        {
            if (string.Equals(_tree[child].Name, name, StringComparison.Ordinal))
                _tree.Unlink(parent, child);
        }
    }

    /// <summary>Removes the element at an index.</summary>
    public void RemoveElement(int parent, int index)
    {
        _parent = -1;
        if (FindElement(parent, index) is >= 0 and int child)
            _tree.Unlink(parent, child);
        _parent = -1;
    }

    private int FindLast(int parent)
    {
        if (parent != _parent || _child < 0)
            (_parent, _child, _childIndex) = (parent, _tree[parent].FirstChild, 0);
        for (int next = _child; next >= 0; next = _tree[next].NextSibling, _childIndex++)
            _child = next;
        return _child;
    }

    // The members of an alias of YAML are the members of its anchor. A change of one may not reach the other.
    private void Separate(int index)
    {
        int first = _tree[index].FirstChild;
        if (first >= 0 && _tree[first].Parent != index)
        {
            _tree[index].FirstChild = -1;
            int last = -1;
            for (int shared = first; shared >= 0; shared = _tree[shared].NextSibling)
                AddNode(index, ref last, _tree[shared]);
        }

        for (int child = _tree[index].FirstChild; child >= 0; child = _tree[child].NextSibling)
            Separate(child);
    }

    private void AddNode(int parent, ref int last, PositionTree.Node copied)
    {
        int added = _tree.AddNode(parent, ref last, copied.Name, copied.NameStart, copied.NameEnd);
        ref PositionTree.Node node = ref _tree[added];
        node.Start = copied.Start;
        node.End = copied.End;
        node.Source = copied.Source;
        node.IsContainer = copied.IsContainer;
        node.FirstChild = copied.FirstChild;
    }

    private void AddCopy(int parent, ref int last, string? name, PositionedValue value)
    {
        int added = _tree.AddNode(parent, ref last, name, 0, 0);
        SetSpans(added, value);
        AddChildren(added, value);
    }

    private void AddChildren(int index, PositionedValue value)
    {
        int last = -1;
        for (int child = value.Tree[value.Index].FirstChild; child >= 0; child = value.Tree[child].NextSibling)
            AddCopy(index, ref last, value.Tree[child].Name, value with { Index = child });
    }

    private void SetSpans(int index, PositionedValue value)
    {
        PositionTree.Node from = value.Tree[value.Index];
        ref PositionTree.Node to = ref _tree[index];
        to.Start = from.Start;
        to.End = from.End;
        to.IsContainer = from.IsContainer;
        to.Source = value.Source;
        to.NameStart = from.Name is null ? from.Start : from.NameStart;
        to.NameEnd = from.Name is null ? Math.Min(from.Start + 1, from.End) : from.NameEnd;
    }
}
