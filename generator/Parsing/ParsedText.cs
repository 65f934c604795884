using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Parsing;

/// <summary>A parsed text: a tree with positions, whether it is JSON or YAML.</summary>
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

    /// <summary>The tree; null where the text is not valid, or is the value <c>null</c>.</summary>
    public JsonNode? Root { get; set; }

    /// <summary>The text is not valid, and there is no tree.</summary>
    public bool HasFailed => Failure is not null;

    /// <summary>The problem of a text that is not valid; null where it is valid.</summary>
    public ParseFailure? Failure { get; private set; }

    /// <summary>The problems of the text, in their order.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Removes everything, for another pass.</summary>
    public void Reset()
    {
        PositionTree.Clear();
        _findings.Clear();
        Root = null;
    }

    public void AddFinding(Finding finding) => _findings.Add(finding);

    /// <summary>Ends the reading of a text that is not valid.</summary>
    /// <param name="finding">The problem.</param>
    /// <param name="failure">The problem, for a caller that reports it in its own words.</param>
    public void Fail(Finding finding, ParseFailure failure)
    {
        _findings.Add(finding);
        Root = null;
        Failure = failure;
    }

    /// <summary>Ends the reading of a text without a value.</summary>
    public void FailEmpty() => Fail(ParsingFindings.EmptyDocument(Document.GetLocation(0, 0)), new ParseFailure(ParseFailureKind.Empty));

    /// <summary>Adds a member. A key that the object already has is reported, and the last value counts.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="index">The index of the object.</param>
    /// <param name="member">The index of the value.</param>
    public void AddMember(JsonObject target, string name, JsonNode? value, int index, int member)
    {
        int before = target.Count;
        target[name] = value;
        if (target.Count == before)
            AddDuplicateKey(index, member);
    }

    /// <summary>Reports a key that its object already has.</summary>
    public void AddDuplicateKey(int index, int second)
    {
        int first = PositionTree[index].FirstChild;
        while (PositionTree[first].Name != PositionTree[second].Name)
            first = PositionTree[first].NextSibling;
        _findings.Add(
            ParsingFindings.DuplicateKey(
                PositionTree.GetPointer(second),
                PositionTree[second].Name!,
                SourceMap.GetKeyLocation(first).LineNumber,
                SourceMap.GetKeyLocation(second)
            )
        );
    }
}
