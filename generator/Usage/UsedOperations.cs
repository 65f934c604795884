using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>
/// The resources and operations of a client that code with certain names can reach. Names alone decide, without types, so an operation may
/// stay that no code calls; one that code calls always stays.
/// </summary>
internal sealed class UsedOperations
{
    private readonly UsedNames _names;
    private readonly HashSet<string> _kept;
    private readonly Dictionary<string, ResourceModel> _resources = new(StringComparer.Ordinal);

    // The class that has the property of a resource. A resource has one.
    private readonly Dictionary<string, (string Parent, ResourceLink Link)> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reachable = new(StringComparer.Ordinal);
    private readonly HashSet<ResourceLink> _links = [];
    private readonly HashSet<string> _emitted = new(StringComparer.Ordinal);
    private readonly HashSet<OperationModel> _operations = new(ReferenceComparer.Instance);

    /// <summary>Finds what stays.</summary>
    /// <param name="units">All files of the client.</param>
    /// <param name="names">The names that the code has.</param>
    /// <param name="kept">The operations that stay whatever the code has, each as <see cref="UsageSettings.GetKey"/>.</param>
    public UsedOperations(EquatableArray<SourceFileModel> units, UsedNames names, EquatableArray<string> kept)
    {
        _names = names;
        _kept = new(kept, StringComparer.Ordinal);
        foreach (SourceFileModel unit in units)
        {
            string parent = unit is ResourceModel resource ? resource.TypeName : "";
            if (unit is ResourceModel { IsClient: false } declared)
                _resources[declared.TypeName] = declared;
            foreach (ResourceLink link in AccessNames.GetLinks(unit))
                _parents[link.TypeName] = (parent, link);
        }

        foreach (SourceFileModel unit in units)
        {
            if (unit is ClientModel client)
                FollowLinks(client.Resources);
            else if (unit is ResourceModel resource && AccessNames.GetTypeNames(resource).Any(names.Contains))
                Reach(resource.TypeName);
        }

        foreach (ResourceModel resource in units.OfType<ResourceModel>())
            AddOperations(resource);
    }

    /// <summary>The operations that stay, with their variants.</summary>
    public IReadOnlyCollection<OperationModel> Operations => _operations;

    /// <summary>True if the class of the resource stays.</summary>
    public bool Contains(ResourceModel resource) => _emitted.Contains(resource.TypeName);

    /// <summary>True if the property stays.</summary>
    public bool Contains(ResourceLink link) => _links.Contains(link);

    /// <summary>True if the operation stays.</summary>
    public bool Contains(OperationModel operation) => _operations.Contains(operation);

    private void FollowLinks(EquatableArray<ResourceLink> links)
    {
        foreach (ResourceLink link in links)
        {
            if (!AccessNames.GetNames(link).Any(_names.Contains))
                continue;
            _links.Add(link);
            Reach(link.TypeName);
        }
    }

    private void Reach(string typeName)
    {
        if (!_reachable.Add(typeName) || !_resources.TryGetValue(typeName, out ResourceModel? resource))
            return;
        _emitted.Add(typeName);
        FollowLinks(resource.Resources);
    }

    private void AddOperations(ResourceModel resource)
    {
        bool isReachable = resource.IsClient || _reachable.Contains(resource.TypeName);
        // An operation and its variants follow each other, and stay together.
        foreach (IGrouping<string, OperationModel> group in resource.Operations.GroupBy(GetFirstName, StringComparer.Ordinal))
        {
            bool isKept = group.Any(o => _kept.Contains(UsageSettings.GetKey(o)));
            if (isKept)
                KeepPath(resource.TypeName);
            if (!isKept && !group.Any(o => IsUsed(o, isReachable)))
                continue;
            _emitted.Add(resource.TypeName);
            _operations.UnionWith(group);
        }
    }

    private bool IsUsed(OperationModel operation, bool isReachable) =>
        (operation.ParametersType is { } parameters && _names.Contains(parameters))
        || (isReachable && AccessNames.GetNames(operation).Any(_names.Contains));

    /// <summary>Keeps the properties that lead from the client to a resource.</summary>
    private void KeepPath(string typeName)
    {
        while (_parents.TryGetValue(typeName, out (string Parent, ResourceLink Link) parent))
        {
            _emitted.Add(typeName);
            _links.Add(parent.Link);
            typeName = parent.Parent;
        }
    }

    private static string GetFirstName(OperationModel operation) => operation.Variant?.FirstMethodName ?? operation.Name;

    /// <summary>Compares operations by identity: a comparison of contents would read all of their parameters and texts.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<OperationModel>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(OperationModel? x, OperationModel? y) => ReferenceEquals(x, y);

        public int GetHashCode(OperationModel obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
