namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Derives the name of an operation from its path, method, tag and id, and from the paths beside and below it.
/// <c>docs/reference/naming-rules.md</c> has the rules in words. Only the paths of the same first segment have an influence.
/// </summary>
internal sealed class NamingRules
{
    private readonly Dictionary<string, FirstSegmentFacts> _firstSegments = new(StringComparer.Ordinal);
    private readonly Dictionary<PathNode, OwnerFacts> _owners = [];

    public NamingRules(PathTree tree)
    {
        foreach (PathOperation operation in tree.Operations)
        {
            PathParts parts = operation.Node.Parts;
            if (parts.FirstSegment is not { } firstSegment)
                continue;
            if (!_firstSegments.TryGetValue(firstSegment.Segment, out FirstSegmentFacts? facts))
                _firstSegments.Add(firstSegment.Segment, facts = new FirstSegmentFacts(firstSegment));
            facts.Add(operation, parts);
            if (parts.Owner is not { } owner)
                continue;
            if (!_owners.TryGetValue(owner, out OwnerFacts? ownerFacts))
                _owners.Add(owner, ownerFacts = new OwnerFacts(owner));
            ownerFacts.Add(operation, parts);
        }
    }

    /// <summary>Derives the name, and the words that it leaves out, which tell two equal names apart.</summary>
    public DerivedName DeriveName(PathOperation operation)
    {
        if (GroupedOperationId.TryParse(operation) is { } grouped)
            return new DerivedName(operation, grouped, null, null, IsFromId: true);

        PathParts parts = operation.Node.Parts;
        List<ResourceWords> resources = [.. parts.Resources.Select(n => new ResourceWords(n))];
        string method = new MethodRules(operation, resources).DeriveMethod();
        ResourceRules.NormalizeWords(resources, parts.Owner is not null);
        PathNode? firstSegment = parts.FirstSegment;
        if (IsProductOfSettings(operation, resources, firstSegment))
        {
            resources.RemoveAt(0);
            firstSegment = resources[0].Node;
        }

        if (resources.Count > 0 && resources[0].Node == parts.FirstSegment)
            ApplySpelling(resources, _firstSegments[parts.FirstSegment.Segment]);
        List<string> names = [.. resources.Select(r => r.ToMemberName())];
        bool hasFacts = firstSegment is not null && firstSegment == parts.FirstSegment;
        FirstSegmentFacts? facts = hasFacts ? _firstSegments[firstSegment!.Segment] : null;
        if (facts?.ProductFamily is { Count: > 0 } family)
            AddFamily(names, resources, family);
        string? omittedOwner = AddOwner(operation, parts, names, facts);
        return new DerivedName(
            operation,
            new OperationName(names, method),
            omittedOwner,
            AddVersion(operation.Node, parts, names, resources)
        );
    }

    /// <summary>True for <c>/settings/x</c> where the tag is only <c>x</c>: a product of its own, and no settings.</summary>
    private static bool IsProductOfSettings(PathOperation operation, List<ResourceWords> resources, PathNode? firstSegment) =>
        resources.Count > 1
        && resources[0].Node == firstSegment
        && English.IsSettingsWord(firstSegment.Segment)
        && operation.TagWords.SequenceEqual(resources[1].Node.Words);

    /// <summary>Adds the owner where it belongs in the name.</summary>
    /// <returns>The owner where the name leaves it out; else null.</returns>
    private string? AddOwner(PathOperation operation, PathParts parts, List<string> names, FirstSegmentFacts? facts)
    {
        if (parts.Owner is not { } owner)
            return null;
        string name = Identifiers.ToMemberName(owner.Segment);
        bool isNeeded = names.Count == 0 || (facts is not null && _owners[owner].BelongsInName(operation, parts, HasSeveralOwners(facts)));
        if (!isNeeded)
            return name;
        names.Insert(0, name);
        return null;
    }

    // Account rulesets and zone rulesets are both rulesets. The actions of a droplet and those of an image have little in common.
    private bool HasSeveralOwners(FirstSegmentFacts facts) => facts.OwnersInTags.Count(o => _owners[o].OwnsIndependentResources) > 1;

    /// <summary>The resources with the version that the name leaves out; null where there is none.</summary>
    private static List<string>? AddVersion(PathNode node, PathParts parts, List<string> names, List<ResourceWords> resources)
    {
        if (!node.IsVersioned)
            return null;
        List<PathNode> path = PathTree.GetAncestors(node);
        int version = path.FindIndex(n => n.IsVersion && !parts.Resources.Contains(n));
        if (version < 0)
            return null;
        int next = resources.FindIndex(r => path.IndexOf(r.Node) > version);
        int index = next < 0 ? names.Count : next + names.Count - resources.Count;
        return [.. names.Take(index), Identifiers.ToMemberName(path[version].Segment), .. names.Skip(index)];
    }

    /// <summary>Writes the first resource as its tags do.</summary>
    private static void ApplySpelling(List<ResourceWords> resources, FirstSegmentFacts facts)
    {
        if (resources.Count > 1 && facts.FindProductName(resources[1].Node) is { Count: > 0 } product)
            resources[0].ReplaceWords(product);
        else if (facts.Spelling is { Count: > 0 } spelling)
            resources[0].ReplaceWords(spelling);
        if (resources.Count < 2 || facts.SecondSegment != resources[1].Node.Segment)
            return;
        resources[0].Words.AddRange(resources[1].Node.Words);
        resources.RemoveAt(1);
    }

    private static void AddFamily(List<string> names, List<ResourceWords> resources, IReadOnlyList<string> family)
    {
        if (names.Count == 0)
            return;
        string name = Identifiers.ToMemberName(string.Join(" ", family));
        if (string.Equals(names[0], string.Concat(family), StringComparison.OrdinalIgnoreCase))
        {
            names[0] = name;
            return;
        }

        ResourceWords first = resources[0];
        if (first.Words.Count > 1 && first.Words[0] == Words.GetInitials(family, family.Count))
            names[0] = Identifiers.ToMemberName(string.Join(" ", first.Words.Skip(1)));
        names.Insert(0, name);
    }
}
