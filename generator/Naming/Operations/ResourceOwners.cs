namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Adds the owner to all operations of a resource of which another one has operations of the same names: <c>/workspaces/{id}/tags</c>
/// beside <c>/tags</c>. If only the operations that collide had it, each new operation of the one could rename one of the other.
/// </summary>
internal static class ResourceOwners
{
    // With the owner, a name can be that of a resource below another owner.
    private const int MaxRounds = 2;

    public static void Keep(List<DerivedName> derived)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            Dictionary<string, List<string>> owners = FindOwners(derived);
            for (int i = 0; i < derived.Count; i++)
            {
                if (derived[i] is { IsFromId: false, Owner: { } owner } name && owners[GetResource(name)].Contains(owner))
                    derived[i] = name with
                    {
                        Name = name.Name with { ResourcePath = [owner, .. name.Name.ResourcePath] },
                        VersionedPath = InsertOwner(name, owner),
                        Owner = null,
                    };
            }
        }
    }

    // The owner of /v1/zones/{id}/x stands after the version.
    private static IReadOnlyList<string>? InsertOwner(DerivedName name, string owner)
    {
        if (name.VersionedPath is not { } versioned)
            return null;
        bool isVersionFirst = name.Name.ResourcePath.Count == 0 || versioned[0] != name.Name.ResourcePath[0];
        return isVersionFirst ? [versioned[0], owner, .. versioned.Skip(1)] : [owner, .. versioned];
    }

    private static string GetResource(DerivedName name) => string.Join(".", name.Name.ResourcePath);

    /// <summary>The owners that each resource keeps in its name.</summary>
    private static Dictionary<string, List<string>> FindOwners(List<DerivedName> derived)
    {
        Dictionary<string, List<string>> kept = new(StringComparer.Ordinal);
        foreach (IGrouping<string, DerivedName> resource in derived.GroupBy(GetResource, StringComparer.Ordinal))
        {
            List<string> owners = [];
            kept.Add(resource.Key, owners);
            if (resource.All(d => d.Owner is null))
                continue;
            HashSet<string> methods = new(StringComparer.Ordinal);
            bool hasOwn = false;
            // The resource without an owner is first, and one that is deprecated as a whole is last.
            foreach (
                IGrouping<string?, DerivedName> same in resource
                    .Where(d => !d.IsFromId)
                    .GroupBy(d => d.Owner, StringComparer.Ordinal)
                    .OrderBy(g => g.Key is not null)
                    .ThenBy(g => g.All(d => d.Operation.Outline.IsDeprecated))
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
            )
            {
                hasOwn |= same.Key is null;
                List<string> names = [.. same.Select(d => d.Name.MethodName)];
                if (same.Key is not null && (hasOwn || names.Exists(methods.Contains)))
                    owners.Add(same.Key);
                else
                    methods.UnionWith(names);
            }
        }

        return kept;
    }
}
