using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Imports the targets of references into the tree of the main document: as components, with a reference in their old place, or as
/// copies that replace the reference.
/// </summary>
internal sealed class ComponentImporter(DocumentSet documents)
{
    private readonly JsonObject _root = (JsonObject)documents.Main.Root!;
    private readonly Dictionary<JsonNode, ReferencedElement> _elements = [];
    private readonly Dictionary<JsonObject, ReferencedElement> _rewritten = [];

    public IEnumerable<ReferencedElement> Elements => _elements.Values;

    /// <summary>The references of schemas inside schemas.</summary>
    public List<NestedReference> NestedReferences { get; } = [];

    /// <summary>The elements whose references are not followed yet.</summary>
    public Queue<ReferencedElement> Unvisited { get; } = new();

    public ReferencedElement? FindElement(JsonNode node) => _elements.TryGetValue(node, out ReferencedElement? element) ? element : null;

    /// <summary>Returns the target of a rewritten reference; null for a reference that is not rewritten.</summary>
    public ReferencedElement? GetRewrittenTarget(JsonObject reference) =>
        _rewritten.TryGetValue(reference, out ReferencedElement? element) ? element : null;

    /// <summary>Adds an operation, the shared members of a path item, or a component.</summary>
    public ReferencedElement Add(ReferencedElement element)
    {
        _elements[element.Node] = element;
        Unvisited.Enqueue(element);
        return element;
    }

    /// <summary>Adds a dependency that the owner can do without: the reference is a schema inside a schema.</summary>
    /// <param name="owner">The element that has the reference.</param>
    /// <param name="holder">The reference.</param>
    /// <param name="target">The component that it names.</param>
    /// <param name="pointer">The pointer of the reference as messages show it.</param>
    public void AddNested(ReferencedElement owner, JsonObject holder, ReferencedElement target, string pointer)
    {
        owner.Dependencies.Add(target);
        NestedReferences.Add(new NestedReference(owner, holder, target, pointer));
    }

    /// <summary>Rewrites a reference to name the element.</summary>
    public void Rewrite(JsonObject reference, ReferencedElement element)
    {
        reference[ReferenceLinker.RefKeyword] = element.TreePointer;
        _rewritten[reference] = element;
    }

    /// <summary>Returns the component that is the target of a reference. A target that is not a component becomes one.</summary>
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
        var element = new ReferencedElement(kind, target.Node, target.Source, target.Pointer, prefix + name);
        documents.Main.SourceMap.AddRedirect(element.TreePointer, target.Source.SourceMap, target.Pointer);
        MoveToComponent(target.Node, element);
        components.Add(name, target.Node);
        return Add(element);
    }

    /// <summary>Moves a value to the components and leaves a reference in its place.</summary>
    private void MoveToComponent(JsonNode node, ReferencedElement element)
    {
        if (node.Parent is null)
            return;
        var link = new JsonObject { [ReferenceLinker.RefKeyword] = element.TreePointer };
        for (JsonNode? at = node.Parent; at is not null; at = at.Parent)
        {
            if (!_elements.TryGetValue(at, out ReferencedElement? enclosing))
                continue;
            if (element.Kind == ElementKind.Schema && enclosing.Kind == ElementKind.Schema)
                AddNested(enclosing, link, element, element.Source.FormatPointer(element.Pointer));
            else
                enclosing.AddDependency(element);
            break;
        }

        if (node.Parent is JsonObject parent)
            parent[node.GetPropertyName()] = link;
        else
            ((JsonArray)node.Parent)[node.GetElementIndex()] = link;
        _rewritten.Add(link, element);
    }

    /// <summary>Returns the object that holds the components of a kind, and creates it where it is missing.</summary>
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

    /// <summary>Replaces a reference by the members of its target. The members beside the reference win.</summary>
    public void CopyInto(JsonObject holder, JsonObject target)
    {
        holder.Remove(ReferenceLinker.RefKeyword);
        _rewritten.Remove(holder);
        if (_rewritten.TryGetValue(target, out ReferencedElement? element))
            _rewritten[holder] = element;
        foreach (KeyValuePair<string, JsonNode?> member in target)
        {
            if (!holder.ContainsKey(member.Key))
                holder.Add(member.Key, Clone(member.Value));
        }
    }

    /// <summary>Copies a value. References that were rewritten keep their target.</summary>
    public JsonNode? Clone(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                var copy = new JsonObject();
                foreach (KeyValuePair<string, JsonNode?> member in value)
                    copy.Add(member.Key, Clone(member.Value));
                if (_rewritten.TryGetValue(value, out ReferencedElement? element))
                    _rewritten.Add(copy, element);
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
