using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading;

/// <summary>A text as a tree with places, whatever it was written in.</summary>
internal sealed class ParsedText
{
    private readonly List<Finding> _findings = [];

    public ParsedText(DocumentText document)
    {
        Document = document;
        Tree = new PositionTree();
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

    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>The text is not valid.</summary>
    public void Fail(Finding finding)
    {
        _findings.Add(finding);
        Root = null;
        Failed = true;
    }

    /// <summary>A key that its object has already: the last one counts.</summary>
    public void AddDuplicateKey(int first, int second) =>
        _findings.Add(new Finding(
            "CFG0011", Tree.PointerOf(second), Tree[second].Name!, Numbers.Text(Positions.KeyPlaceOf(first).Line + 1))
        {
            Place = Positions.KeyPlaceOf(second),
        });
}
