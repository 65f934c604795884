using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;

namespace CfGen.Generator.Binding;

/// <summary>A resource in the tree of resources, with its operations. The root is the client.</summary>
internal sealed class ResourceNode
{
    private const string TypeNameSuffix = "Resource";

    private readonly Dictionary<string, ResourceNode> _children = new(StringComparer.Ordinal);
    private readonly List<SelectedOperation> _operations = [];
    private readonly ResourceNode? _parent;
    private string _apiName = "";
    private ResourceNode[]? _sortedChildren;

    private ResourceNode(string name, ResourceNode? parent)
    {
        Name = name;
        _parent = parent;
    }

    public string Name { get; }

    /// <summary>The name of the property that leads here.</summary>
    public string PropertyName { get; private set; } = "";

    /// <summary>The class name.</summary>
    public string TypeName { get; private set; } = "";

    /// <summary>
    /// The description of the tag that all operations here and below have; empty if there is none, or if a resource above has it.
    /// </summary>
    public string Description { get; private set; } = "";

    /// <summary>The resources below, in ordinal order.</summary>
    public IReadOnlyList<ResourceNode> Children =>
        _sortedChildren is { } sorted && sorted.Length == _children.Count
            ? sorted
            : _sortedChildren = [.. _children.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    public IReadOnlyList<SelectedOperation> Operations => _operations;

    /// <summary>True for the client itself.</summary>
    public bool IsRoot => _parent is null;

    /// <summary>True where an operation here or below is selected.</summary>
    public bool HasOperations => Operations.Count > 0 || Children.Any(c => c.HasOperations);

    /// <summary>
    /// This resource and those below, as far as they have operations there or below; each before its own children. A client alone has none.
    /// </summary>
    public IEnumerable<ResourceNode> UsedNodes =>
        Children.Where(c => c.HasOperations).SelectMany(c => c.UsedNodes).Prepend(this).Where(n => !n.IsRoot || n.Operations.Count > 0);

    /// <summary>The operations that share equal inline types with those of this resource.</summary>
    public ResourceScope Scope => IsRoot ? new(_apiName, _apiName) : new(RootName, RemoveSuffix(TypeName));

    /// <summary>
    /// The prefixes of the names of its operations' types: the name of its class, and longer ones for names that are taken. The name of the
    /// resource would not do, since another resource of the same name would change it.
    /// </summary>
    public IReadOnlyList<string> TypeNamePrefixes =>
        _parent is null ? [_apiName] : [.. NameCandidates.SkipWhile(p => p + TypeNameSuffix != TypeName).DefaultIfEmpty(Name)];

    /// <summary>The name of the top-level resource above it, or its own.</summary>
    private string RootName => _parent is { Name.Length: > 0 } ? _parent.RootName : Name;

    /// <summary>The name of the resource, that with the parent's before it, and so on up to the root.</summary>
    private IEnumerable<string> NameCandidates
    {
        get
        {
            string path = Name;
            yield return path;
            for (ResourceNode? node = _parent; node is not null && node.Name.Length > 0; node = node._parent)
                yield return path = node.Name + path;
        }
    }

    /// <summary>
    /// Builds the tree from the names of all operations of the document, selected or not, so that a selection changes no name, and adds the
    /// selected operations.
    /// </summary>
    public static ResourceNode BuildTree(
        OperationNaming naming,
        IEnumerable<SelectedOperation> operations,
        IReadOnlyList<ResourceDescription> descriptions,
        ClientNames client,
        NameScope typeNames
    )
    {
        ResourceNode root = new("", null) { _apiName = Identifiers.ToMemberName(client.ApiName) };
        foreach (OperationName name in naming.Names.Values)
            root.GetOrAdd(name.ResourcePath);
        foreach (SelectedOperation operation in operations)
            root.GetOrAdd(operation.Name.ResourcePath)._operations.Add(operation);
        foreach (ResourceDescription description in descriptions)
            root.GetOrAdd(description.Path).Description = description.Text;
        if (naming.ClassNames is { } classNames)
            root.AssignListedNames(typeNames, classNames);
        root.AssignNames(typeNames, client.ClientName);
        return root;
    }

    public EquatableArray<ResourceLink> CreateLinks() =>
        Children.Where(c => c.HasOperations).Select(c => new ResourceLink(c.PropertyName, c.TypeName, c.Description)).ToEquatable();

    /// <summary>
    /// Assigns class and property names: the last word of the path, with its parents' before it where two would be the same.
    /// </summary>
    private void AssignNames(NameScope typeNames, string clientName)
    {
        TypeName = clientName;
        Dictionary<string, int> candidates = new(StringComparer.Ordinal);
        CountCandidates(candidates);
        // Breadth first: a resource of the client itself has no other name.
        Queue<ResourceNode> queue = new([this]);
        while (queue.Count > 0)
        {
            ResourceNode node = queue.Dequeue();
            if (node.TypeName.Length == 0)
                node.TypeName = typeNames.Reserve(node.GetOwnNames(candidates).Select(p => p + TypeNameSuffix));
            NameScope properties = new(reserved: [.. ReservedNames.ResourceMembers, node.TypeName]);
            foreach (ResourceNode child in node.Children)
            {
                child.PropertyName = properties.Reserve(child.Name, child.Name + TypeNameSuffix);
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>Assigns the class names that stay, before others are taken.</summary>
    private void AssignListedNames(NameScope typeNames, IReadOnlyDictionary<string, string> listedClasses, string parentPath = "")
    {
        foreach (ResourceNode child in Children)
        {
            string path = parentPath.Length == 0 ? child.Name : $"{parentPath}.{child.Name}";
            if (listedClasses.TryGetValue(path, out string? name) && typeNames.IsAvailable(name))
                child.TypeName = typeNames.Reserve(name);
            child.AssignListedNames(typeNames, listedClasses, path);
        }
    }

    private void CountCandidates(Dictionary<string, int> candidates)
    {
        foreach (ResourceNode child in Children)
        {
            foreach (string name in child.NameCandidates)
                candidates[name] = candidates.TryGetValue(name, out int count) ? count + 1 : 1;
            child.CountCandidates(candidates);
        }
    }

    /// <summary>
    /// The candidates that no other resource could have. A name that two could have belongs to neither: it would come to mean the other one
    /// when that is added to the document.
    /// </summary>
    private IEnumerable<string> GetOwnNames(Dictionary<string, int> candidates)
    {
        List<string> names = [.. NameCandidates];
        int first = names.FindIndex(n => candidates[n] == 1);
        return names.Skip(first < 0 || names.Count == 1 ? names.Count - 1 : first);
    }

    // A listing can have a class without the suffix.
    private static string RemoveSuffix(string typeName) =>
        typeName.Length > TypeNameSuffix.Length && typeName.EndsWith(TypeNameSuffix, StringComparison.Ordinal)
            ? typeName.Substring(0, typeName.Length - TypeNameSuffix.Length)
            : typeName;

    private ResourceNode GetOrAdd(IReadOnlyList<string> path)
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
