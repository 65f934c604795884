using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays.JsonPath;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays;

/// <summary>Applies overlays to the tree of a document and to its positions, before any other stage reads them.</summary>
internal sealed class OverlayApplier
{
    // A query with '..' needs 260,000 steps in the largest real document. All steps together take about two seconds.
    private const int MaximumSteps = 10_000_000;

    // As for the aliases of YAML: ten times the values of the largest real documents.
    private const int MaximumGrowth = 500_000;

    private readonly ParsedText _document;
    private readonly PositionEditor _positions;
    private readonly WorkBudget _steps;
    private readonly WorkBudget _growth;

    /// <param name="document">The document that is changed. The findings of the overlays are added to its own.</param>
    /// <param name="ct">Checked while actions are applied.</param>
    public OverlayApplier(ParsedText document, CancellationToken ct)
    {
        _document = document;
        _positions = new PositionEditor(document.PositionTree);
        _steps = new WorkBudget(MaximumSteps, ct);
        _growth = new WorkBudget(MaximumGrowth, ct);
    }

    /// <summary>Applies the actions of an overlay in their order, each to the result of the one before it.</summary>
    public void Apply(Overlay overlay)
    {
        ushort source = _document.SourceMap.AddSource(overlay.Parsed.Document);
        foreach (OverlayAction action in overlay.Actions)
        {
            string target = JsonPointer.Append(action.Pointer, "target");
            try
            {
                Apply(action, overlay, source, target);
            }
            catch (WorkLimitException exception)
            {
                int maximum = exception.Budget.Maximum;
                Add(
                    overlay,
                    exception.Budget == _steps
                        ? OverlayFindings.TooManySteps(target, maximum)
                        : OverlayFindings.TooManyValues(target, maximum)
                );
            }
        }
    }

    private void Apply(OverlayAction action, Overlay overlay, ushort source, string target)
    {
        List<JsonPathNode> nodes = action.Target.Select(_document.Root, _steps);
        if (nodes.Count == 0)
        {
            Add(overlay, OverlayFindings.UnmatchedQuery(target, GetText(overlay, target)));
            return;
        }

        if (action.IsRemove)
            Remove(nodes, overlay, JsonPointer.Append(action.Pointer, "remove"));
        else if (action.Copy is not null)
            Copy(action.Copy, nodes, overlay, JsonPointer.Append(action.Pointer, "copy"), source);
        else if (action.HasUpdate)
            Update(nodes, action.Update, overlay, JsonPointer.Append(action.Pointer, "update"), source);
    }

    private void Update(List<JsonPathNode> targets, JsonNode? value, Overlay overlay, string pointer, ushort source) =>
        Merge(targets, value, FindValue(overlay, pointer, source), overlay, pointer);

    private void Copy(JsonPathQuery query, List<JsonPathNode> targets, Overlay overlay, string pointer, ushort source)
    {
        List<JsonPathNode> nodes = query.Select(_document.Root, _steps);
        if (nodes.Count != 1)
        {
            string text = GetText(overlay, pointer);
            Add(
                overlay,
                nodes.Count == 0 ? OverlayFindings.UnmatchedQuery(pointer, text) : OverlayFindings.AmbiguousCopy(pointer, text, nodes.Count)
            );
            return;
        }

        // A value that a target is part of may not change while it is merged.
        JsonNode? value = nodes[0].Value?.DeepClone();
        PositionTree positions = new();
        PositionTree.Node place = overlay.Parsed.PositionTree[FindValue(overlay, pointer, source).Index];
        int last = -1;
        AddPositions(positions, -1, ref last, null, value, place);
        Merge(targets, value, new PositionedValue(positions, PositionTree.Root, source), overlay, pointer);
    }

    // All that a copy brings is located at the query of the copy: its own text is somewhere else, and right there.
    private void AddPositions(PositionTree tree, int parent, ref int last, string? name, JsonNode? value, PositionTree.Node place)
    {
        _growth.Spend();
        int added = tree.AddNode(parent, ref last, name, place.Start, place.End);
        tree[added].Start = place.Start;
        tree[added].End = place.End;
        tree[added].IsContainer = value is JsonObject or JsonArray;
        int below = -1;
        switch (value)
        {
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                    AddPositions(tree, added, ref below, member.Key, member.Value, place);
                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                    AddPositions(tree, added, ref below, null, item, place);
                break;
        }
    }

    private void Merge(List<JsonPathNode> targets, JsonNode? value, PositionedValue place, Overlay overlay, string pointer)
    {
        OverlayMerger merger = new(_positions, _growth);
        try
        {
            foreach (JsonPathNode target in targets)
                merger.Merge(target, FindPosition(target), value, place);
        }
        finally
        {
            foreach (Finding problem in merger.GetProblems(pointer))
                Add(overlay, problem);
        }
    }

    // All positions are found first, and elements are removed from the last one on, because a removal moves those after it.
    private void Remove(List<JsonPathNode> targets, Overlay overlay, string pointer)
    {
        List<(JsonPathNode Node, int Parent)> removed = [];
        HashSet<(JsonNode Container, string? Name, int Index)> known = [];
        foreach (JsonPathNode target in targets)
        {
            if (target.Parent is null)
                Add(overlay, OverlayFindings.RemovedDocument(pointer));
            else if (known.Add((target.Parent.Value!, target.Name, target.Index)))
                removed.Add((target, FindPosition(target.Parent)));
        }

        foreach ((JsonPathNode node, int parent) in removed.OrderByDescending(r => r.Node.Index))
        {
            if (node.Parent!.Value is JsonObject members)
            {
                members.Remove(node.Name!);
                _positions.RemoveMember(parent, node.Name!);
            }
            else
            {
                ((JsonArray)node.Parent.Value!).RemoveAt(node.Index);
                _positions.RemoveElement(parent, node.Index);
            }
        }
    }

    private int FindPosition(JsonPathNode node) =>
        node.Parent is null ? PositionTree.Root
        : node.Name is null ? _positions.FindElement(FindPosition(node.Parent), node.Index)
        : _positions.FindMember(FindPosition(node.Parent), node.Name);

    private void Add(Overlay overlay, Finding finding) =>
        _document.AddFinding(finding with { Location = overlay.GetLocation(finding.Pointer) });

    private static PositionedValue FindValue(Overlay overlay, string pointer, ushort source)
    {
        PositionedValue value = new(overlay.Parsed.PositionTree, PositionTree.Root, source);
        foreach (string token in JsonPointer.Split(pointer))
            value = value.GetChild(token);
        return value;
    }

    private static string GetText(Overlay overlay, string pointer)
    {
        JsonNode? value = overlay.Parsed.Root;
        foreach (string token in JsonPointer.Split(pointer))
            value = value is JsonArray list ? list[int.Parse(token, CultureInfo.InvariantCulture)] : value![token];
        return value.AsString() ?? "";
    }
}
