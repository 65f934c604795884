using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Parsing;

/// <summary>A text as a tree with places, whatever it was written in.</summary>
internal sealed class ParsedText
{
    private readonly List<Finding> _findings = [];

    public ParsedText(DocumentText document)
    {
        Document = document;
        PositionTree = new PositionTree(document.Text.Length);
        SourceMap = new SourceMap(document, PositionTree);
    }

    public DocumentText Document { get; }

    public PositionTree PositionTree { get; }

    public SourceMap SourceMap { get; }

    /// <summary>The tree; null where the text is not valid (or is the value <c>null</c>).</summary>
    public JsonNode? Root { get; set; }

    /// <summary>The text is not valid: there is no tree.</summary>
    public bool HasFailed { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Forgets what was read, for another pass.</summary>
    public void Reset()
    {
        PositionTree.Clear();
        _findings.Clear();
        Root = null;
    }

    public void AddFinding(Finding finding) => _findings.Add(finding);

    /// <summary>The text is not valid.</summary>
    public void Fail(Finding finding)
    {
        _findings.Add(finding);
        Root = null;
        HasFailed = true;
    }

    /// <summary>Adds a member. Where the object has the key already, the last one counts, and it is a finding.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="index">Of the object.</param>
    /// <param name="member">Of the value.</param>
    public void AddMember(JsonObject target, string name, JsonNode? value, int index, int member)
    {
        int before = target.Count;
        target[name] = value;
        if (target.Count == before)
            AddDuplicateKey(index, member);
    }

    /// <summary>The finding of a key that its object has already.</summary>
    public void AddDuplicateKey(int index, int second)
    {
        int first = PositionTree[index].FirstChild;
        while (PositionTree[first].Name != PositionTree[second].Name)
            first = PositionTree[first].NextSibling;
        _findings.Add(
            new Finding(
                "CFG0011",
                PositionTree.GetPointer(second),
                PositionTree[second].Name!,
                NumberFormat.ToInvariantString(SourceMap.GetKeyLocation(first).Line + 1)
            )
            {
                Location = SourceMap.GetKeyLocation(second),
            }
        );
    }
}
