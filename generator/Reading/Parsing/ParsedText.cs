using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading.Parsing;

/// <summary>A text as a tree with places, whatever it was written in.</summary>
internal sealed class ParsedText
{
    private readonly List<Finding> _findings = [];

    public ParsedText(DocumentText document)
    {
        Document = document;
        Tree = new PositionTree(document.Text.Length);
        Positions = new PositionIndex(document, Tree);
    }

    public DocumentText Document { get; }

    public PositionTree Tree { get; }

    public PositionIndex Positions { get; }

    /// <summary>The tree; null where the text is not valid (or is the value <c>null</c>).</summary>
    public JsonNode? Root { get; set; }

    /// <summary>The text is not valid: there is no tree.</summary>
    public bool Failed { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Forgets what was read, for another pass.</summary>
    public void Restart()
    {
        Tree.Clear();
        _findings.Clear();
        Root = null;
    }

    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>The text is not valid.</summary>
    public void Fail(Finding finding)
    {
        _findings.Add(finding);
        Root = null;
        Failed = true;
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
        if (target.Count == before) AddDuplicateKey(index, member);
    }

    /// <summary>The finding of a key that its object has already.</summary>
    public void AddDuplicateKey(int index, int second)
    {
        int first = Tree[index].FirstChild;
        while (Tree[first].Name != Tree[second].Name) first = Tree[first].NextSibling;
        _findings.Add(new Finding(
            "CFG0011", Tree.PointerOf(second), Tree[second].Name!, Numbers.Text(Positions.KeyPlaceOf(first).Line + 1))
        {
            Place = Positions.KeyPlaceOf(second),
        });
    }
}
