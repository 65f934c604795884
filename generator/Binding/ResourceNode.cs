using CfGen.Generator.Documents;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>One place in the tree of resources, with the operations found there.</summary>
internal sealed class ResourceNode(string name, ResourceNode? parent)
{
    // Members that client and resource classes have anyway.
    private static readonly string[] s_inheritedMembers =
    [
        "Dispose",
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
    ];

    private const string TypeNameSuffix = "Resource";

    private readonly Dictionary<string, ResourceNode> _children = new(StringComparer.Ordinal);
    private ResourceNode[]? _sortedChildren;

    public string Name { get; } = name;

    /// <summary>Name of the property that leads here; set once all nodes are known.</summary>
    public string PropertyName { get; private set; } = "";

    public ResourceNode? Parent { get; } = parent;

    /// <summary>In ordinal order, once all are known.</summary>
    public IReadOnlyList<ResourceNode> Children =>
        _sortedChildren is { } ordered && ordered.Length == _children.Count
            ? ordered
            : _sortedChildren = [.. _children.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    public List<NamedOperation> Operations { get; } = [];

    /// <summary>Class name; set once all nodes are known.</summary>
    public string TypeName { get; private set; } = "";

    /// <summary>Something here or below is selected.</summary>
    public bool HasOperations => Operations.Count > 0 || Children.Any(c => c.HasOperations);

    /// <summary>All below that are used.</summary>
    public IEnumerable<ResourceNode> UsedDescendants => Children.Where(c => c.HasOperations).SelectMany(c => c.UsedDescendants.Prepend(c));

    /// <summary>Name of the resource right below the client that it stands in, or is.</summary>
    public string RootName => Parent is { Name.Length: > 0 } ? Parent.RootName : Name;

    /// <summary>
    /// What the names of its operations' types begin with, and longer ones for names that would collide: of its class, not of the
    /// resource, so that another resource of the same name changes none.
    /// </summary>
    public IReadOnlyList<string> TypeNamePrefixes =>
        Parent is null ? [Name] : [.. NameCandidates.SkipWhile(p => p + TypeNameSuffix != TypeName).DefaultIfEmpty(Name)];

    /// <summary>Class names and properties of all, used or not, so that a selection changes none: the last word of the path, with its parents before it where two would be the same.</summary>
    /// <param name="clientName">Class name of the root.</param>
    public void AssignNames(NameScope typeNames, string clientName)
    {
        TypeName = clientName;
        // Breadth first: the resource nearer to the root keeps the short name.
        Queue<ResourceNode> queue = new([this]);
        while (queue.Count > 0)
        {
            ResourceNode node = queue.Dequeue();
            if (node != this)
                node.TypeName = typeNames.Reserve(node.NameCandidates.Select(p => p + TypeNameSuffix));
            NameScope properties = new(reserved: [.. s_inheritedMembers, node.TypeName]);
            foreach (ResourceNode child in node.Children)
            {
                child.PropertyName = properties.Reserve(child.Name, child.Name + "Resource");
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>Its name, its parent's and its own, and so on up to the root.</summary>
    private IEnumerable<string> NameCandidates
    {
        get
        {
            string path = Name;
            yield return path;
            for (ResourceNode? node = Parent; node is not null && node.Name.Length > 0; node = node.Parent)
                yield return path = node.Name + path;
        }
    }

    public ResourceNode GetOrAdd(IReadOnlyList<string> path)
    {
        ResourceNode node = this;
        foreach (string name in path)
        {
            if (!node._children.TryGetValue(name, out ResourceNode? child))
                node._children.Add(name, child = new ResourceNode(name, node));
            node = child;
        }

        return node;
    }
}

internal sealed record NamedOperation(OperationKey Site, IOpenApiPathItem Item, OpenApiOperation Operation, OperationName Name);
