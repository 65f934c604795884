using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Brings what references lead to into the one tree: as a component of its own, with a reference in its old place, or as a copy in the
/// place of the reference.
/// </summary>
internal sealed class ComponentImporter(DocumentSet documents)
{
    private readonly JsonObject _root = (JsonObject)documents.Main.Root!;
    private readonly Dictionary<JsonNode, ReferencedElement> _elements = [];
    private readonly Dictionary<JsonObject, ReferencedElement> _rewritten = [];

    public IEnumerable<ReferencedElement> Elements => _elements.Values;

    /// <summary>What was added and not followed yet.</summary>
    public Queue<ReferencedElement> Unvisited { get; } = new();

    public ReferencedElement? FindElement(JsonNode node) => _elements.TryGetValue(node, out ReferencedElement? unit) ? unit : null;

    /// <summary>What a rewritten reference names; null for one that stands as it was written.</summary>
    public ReferencedElement? GetRewrittenTarget(JsonObject reference) =>
        _rewritten.TryGetValue(reference, out ReferencedElement? unit) ? unit : null;

    /// <summary>Adds an operation, what a path item shares, or a component.</summary>
    public ReferencedElement Add(ReferencedElement unit)
    {
        _elements[unit.Node] = unit;
        Unvisited.Enqueue(unit);
        return unit;
    }

    /// <summary>Lets the reference name the unit.</summary>
    public void Rewrite(JsonObject reference, ReferencedElement unit)
    {
        reference[ReferenceLinker.RefKeyword] = unit.TreePointer;
        _rewritten[reference] = unit;
    }

    /// <summary>The component that a reference leads to, made one where it is not yet.</summary>
    public ReferencedElement GetOrAddComponent(ReferenceTarget target, ElementKind kind, string[] section)
    {
        if (
            _elements.TryGetValue(target.Node, out ReferencedElement? known)
            && known.Operation is null
            && known.Kind == kind
            && !known.IsMap
        )
            return known;
        string prefix = "#/" + string.Join("/", section) + "/";
        bool isComponent =
            target.Source.IsMain
            && target.Pointer.StartsWith(prefix, StringComparison.Ordinal)
            && target.Pointer.IndexOf('/', prefix.Length) < 0;
        if (isComponent)
            return Add(new ReferencedElement(kind, target.Node, target.Source, target.Pointer, target.Pointer));

        JsonObject components = GetOrAddSection(section);
        string name = ComponentNames.Derive(target, candidate => components.ContainsKey(candidate));
        var unit = new ReferencedElement(kind, target.Node, target.Source, target.Pointer, prefix + name);
        documents.Main.SourceMap.AddRedirect(unit.TreePointer, target.Source.SourceMap, target.Pointer);
        MoveToComponent(target.Node, unit);
        components.Add(name, target.Node);
        return Add(unit);
    }

    /// <summary>Takes a value out of its place and leaves a reference there.</summary>
    private void MoveToComponent(JsonNode node, ReferencedElement unit)
    {
        if (node.Parent is null)
            return;
        var link = new JsonObject { [ReferenceLinker.RefKeyword] = unit.TreePointer };
        for (JsonNode? at = node.Parent; at is not null; at = at.Parent)
        {
            if (!_elements.TryGetValue(at, out ReferencedElement? enclosing))
                continue;
            enclosing.AddDependency(unit);
            break;
        }

        if (node.Parent is JsonObject parent)
            parent[node.GetPropertyName()] = link;
        else
            ((JsonArray)node.Parent)[node.GetElementIndex()] = link;
        _rewritten.Add(link, unit);
    }

    /// <summary>The object that holds the components of a kind, made where it is not yet.</summary>
    public JsonObject GetOrAddSection(string[] section)
    {
        JsonObject at = _root;
        foreach (string token in section)
        {
            if (at[token] is not JsonObject next)
                at[token] = next = [];
            at = next;
        }

        return at;
    }

    /// <summary>Fills the object that was a reference with what it leads to, beside what it says itself.</summary>
    public void CopyInto(JsonObject holder, JsonObject target)
    {
        holder.Remove(ReferenceLinker.RefKeyword);
        _rewritten.Remove(holder);
        if (_rewritten.TryGetValue(target, out ReferencedElement? unit))
            _rewritten[holder] = unit;
        foreach (KeyValuePair<string, JsonNode?> member in target)
        {
            if (!holder.ContainsKey(member.Key))
                holder.Add(member.Key, Clone(member.Value));
        }
    }

    /// <summary>A copy, in which references that lead elsewhere already still do.</summary>
    public JsonNode? Clone(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                var copy = new JsonObject();
                foreach (KeyValuePair<string, JsonNode?> member in value)
                    copy.Add(member.Key, Clone(member.Value));
                if (_rewritten.TryGetValue(value, out ReferencedElement? unit))
                    _rewritten.Add(copy, unit);
                return copy;
            case JsonArray list:
                var items = new JsonArray();
                foreach (JsonNode? item in list)
                    items.Add(Clone(item));
                return items;
            default:
                return node?.DeepClone();
        }
    }
}
