namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Derives the name of an operation from its path, method, tag and id, and from what stands beside and below it in the tree of
/// paths. <c>docs/reference/naming-rules.md</c> says the rules in words. Nothing outside the first segment's own branches is looked at.
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
            if (parts.FirstSegment is not { } head)
                continue;
            if (!_firstSegments.TryGetValue(head.Segment, out FirstSegmentFacts? facts))
                _firstSegments.Add(head.Segment, facts = new FirstSegmentFacts(head));
            facts.Add(operation, parts);
            if (parts.Owner is not { } scope)
                continue;
            if (!_owners.TryGetValue(scope, out OwnerFacts? known))
                _owners.Add(scope, known = new OwnerFacts(scope));
            known.Add(operation, parts);
        }
    }

    /// <summary>The name, and the words that were left out of it, for where two come out the same.</summary>
    public DerivedName DeriveName(PathOperation operation)
    {
        if (GroupedOperationId.TryParse(operation) is { } stated)
            return new DerivedName(operation, stated, null, null);

        PathParts parts = operation.Node.Parts;
        List<ResourceWords> resources = [.. parts.Resources.Select(n => new ResourceWords(n))];
        string method = DeriveMethod(operation, parts, resources);
        NormalizeWords(resources, parts.Owner is not null);
        PathNode? head = parts.FirstSegment;
        if (
            resources.Count > 1
            && resources[0].Node == head
            && English.IsSettingsWord(head.Segment)
            && operation.TagWords.SequenceEqual(resources[1].Node.Words)
        )
        {
            // The tag says that these are no settings but a product of its own.
            resources.RemoveAt(0);
            head = resources[0].Node;
        }

        if (resources.Count > 0 && resources[0].Node == parts.FirstSegment)
            ApplySpelling(resources, _firstSegments[parts.FirstSegment.Segment]);
        List<string> names = [.. resources.Select(r => Identifiers.ToMemberName(string.Join(" ", r.Words)))];
        string? scope = null;
        if (head is not null && head == parts.FirstSegment && _firstSegments[head.Segment].ProductFamily is { Count: > 0 } family)
            AddFamily(names, resources, family);
        if (parts.Owner is { } owner)
        {
            scope = Identifiers.ToMemberName(owner.Segment);
            if (
                names.Count == 0
                || (
                    head == parts.FirstSegment
                    && _owners[owner].BelongsInName(operation, parts, HasSeveralOwners(_firstSegments[head!.Segment]))
                )
            )
            {
                names.Insert(0, scope);
                scope = null;
            }
        }

        return new DerivedName(operation, new OperationName(names, method), scope, AddVersion(operation.Node, parts, names, resources));
    }

    // Account rulesets and zone rulesets are rulesets; the actions of a droplet and those of an image have little in common.
    private bool HasSeveralOwners(FirstSegmentFacts head) => head.ScopesInTags.Count(s => _owners[s].OwnsIndependentResources) > 1;

    /// <summary>The resources with the version that was left out of them; null where there was none.</summary>
    private static List<string>? AddVersion(PathNode node, PathParts parts, List<string> names, List<ResourceWords> resources)
    {
        if (!node.IsVersioned)
            return null;
        List<PathNode> way = PathTree.GetAncestors(node);
        int version = way.FindIndex(n => n.IsVersion && !parts.Resources.Contains(n));
        if (version < 0)
            return null;
        int after = resources.FindIndex(r => way.IndexOf(r.Node) > version);
        int at = after < 0 ? names.Count : after + names.Count - resources.Count;
        return [.. names.Take(at), Identifiers.ToMemberName(way[version].Segment), .. names.Skip(at)];
    }

    /// <summary>The method; where the last segments of the path say it, they are taken off the resources.</summary>
    private static string DeriveMethod(PathOperation operation, PathParts parts, List<ResourceWords> resources)
    {
        PathNode node = operation.Node;
        string verb = operation.Method switch
        {
            "get" => ReturnsList(operation) ? "List" : "Get",
            // What /new creates, the collection only looks for.
            "post" => !node.IsParameter
            && node.Children.TryGetValue("new", out PathNode? creator)
            && creator.HasOnly("post")
            && !node.Operations.ContainsKey("get")
                ? "List"
                : "Create",
            "put" => "Update",
            "patch" => "Edit",
            "delete" => "Delete",
            { } other => Identifiers.ToMemberName(other),
        };
        if (node.Parent is not { } parent)
            return verb;
        // /sendMessage is all verb, and no resource.
        if (parent.Parent is null && node is { IsLeaf: true, Words.Count: > 1, Operations.Count: 1 } && Begins(node))
            return Take();

        // /files/{id}/copy: the files are what is left when the verb is gone.
        int least = parts.Owner is null ? 1 : 0;
        if (node.IsParameter)
        {
            if (operation.Method != "post")
                return verb;
            // POST on one item of what is created by POST changes the item, if nothing else does.
            if (parent.Operations.ContainsKey("post") && !node.Operations.ContainsKey("put") && !node.Operations.ContainsKey("patch"))
                return "Edit";
            return resources.Count > least && node.IsLeaf && parent.Operations.Count == 0 && Begins(parent) ? Take() : verb;
        }

        if (node.IsCustomMethod)
            return Take();
        if (operation.Method != "get" && resources.Count > least && IsMany(node))
        {
            Take();
            return "Bulk" + (resources.Count > least && operation.Method == "post" && Begins(parent) ? Take() : verb);
        }

        if (operation.Method == "post" && resources.Count > least + 1 && IsMany(parent) && node.IsLeaf && Begins(node))
        {
            string many = "Bulk" + Take();
            Take();
            return many;
        }

        if (resources.Count > least && node.IsLeaf && node.Operations.Count == 1)
        {
            if (operation.Method == "get")
            {
                if (node.Words.Count == 1 && node.Words[0] is "search" or "list")
                {
                    string last = Take();
                    return last == "List" || !parent.Operations.ContainsKey("get") ? "List" : last;
                }

                if (English.IsReadAction(node.FirstWord) || IsReadOnlyView(operation, parent))
                    return Take();
            }
            else if (operation.Method is "post" or "put" && (Begins(node) || SaysSo(operation) || Ends(operation)))
            {
                string last = Take();
                return last == "New" ? "Create" : last;
            }
        }

        // Where one item can be changed so too, this changes many.
        return
            operation.Method is "put" or "patch" or "delete"
            && node.Item is { } item
            && item.Operations.ContainsKey(operation.Method)
            && (!node.Operations.TryGetValue("get", out PathOperation? read) || ReturnsList(read))
            ? "Bulk" + verb
            : verb;

        string Take()
        {
            ResourceWords last = resources[resources.Count - 1];
            resources.RemoveAt(resources.Count - 1);
            return Identifiers.ToMemberName(string.Join(" ", last.Node.Words));
        }

        static bool Begins(PathNode node) => English.IsAction(node.FirstWord);

        // things/bulk and things/batch: no thing, but how many of them.
        static bool IsMany(PathNode node) => node.Words is ["bulk" or "batch"] && node.Item is null && !node.Operations.ContainsKey("get");

        // psk_generate; and below a verb, what it is done to: validate/origin.
        static bool Ends(PathOperation operation) =>
            operation.Method == "post"
            && (
                (operation.Node.Words.Count > 1 && English.IsVerbOnly(operation.Node.LastWord))
                || (operation.Node.Parent is { Words: [{ } above], Operations.Count: 0 } && English.IsVerbOnly(above))
            );

        // "Capture a payment" at .../capture: the document itself uses the word as a verb.
        static bool SaysSo(PathOperation operation) =>
            operation.Node.Words is [{ } first, ..]
            && English.SplitWords(operation.Outline.Summary).FirstOrDefault() == first
            && operation.IdWords.Contains(first);
    }

    private static bool ReturnsList(PathOperation operation)
    {
        PathNode node = operation.Node;
        if (node.IsParameter || operation.Method != "get")
            return false;
        if (operation.Result.IsList)
            return !(English.IsSettingsWord(node.LastWord) && IsOnlyReplaced(node));
        string last = node.LastWord;
        // images/v1 are images.
        if (node.IsVersion && node.Parent is { IsParameter: false, Parent: not null } versioned)
        {
            node = versioned;
            last = node.LastWord;
        }

        if (English.IsSettingsWord(last))
            return false;
        // A plural that has items to get, or that the result has under its own name.
        return (
                operation.Node.Item is { } item
                && item.Operations.ContainsKey("get")
                && (
                    (last.EndsWith("s", StringComparison.Ordinal) && English.IsPlural(last))
                    || operation.IdOrSummaryContains(English.ToPlural(last))
                )
            ) || operation.Result.ArrayProperties.Contains(node.Segment);
    }

    /// <summary>Only ever put as a whole: nothing is added to it, and nothing of it can be had alone.</summary>
    private static bool IsOnlyReplaced(PathNode node) =>
        node.Operations.ContainsKey("put")
        && !node.Operations.ContainsKey("post")
        && !node.Operations.ContainsKey("delete")
        && node.Item?.Operations.ContainsKey("get") != true;

    /// <summary>One of several views that are only to be read: <c>summary/http_protocol</c>.</summary>
    private static bool IsReadOnlyView(PathOperation operation, PathNode parent) =>
        !parent.IsParameter && parent.Item is null && parent.IsReadOnly && !ReturnsList(operation);

    /// <summary>The words of each resource: plural, written out, not doubled.</summary>
    private static void NormalizeWords(List<ResourceWords> resources, bool scoped)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            ResourceWords resource = resources[i];
            PathNode node = resource.Node;
            if (resource.Words.Count > 1 && resource.Words[resource.Words.Count - 1] == "api")
                resource.Words.RemoveAt(resource.Words.Count - 1);
            if (i > 0 || resource.Words.Count > 1)
                ExpandAbbreviation(resource);
            string last = resource.Words[resource.Words.Count - 1];
            string plural = English.ToPlural(last);
            bool isCollection =
                plural != last
                && !last.EndsWith("s", StringComparison.Ordinal)
                && (i > 0 || scoped)
                && (
                    HasSibling(node, last, plural)
                    || (!(node.Item is null && node.HasOnly("get")) && node.NearestOperations.Any(o => o.TagWords.Contains(plural)))
                );
            if (isCollection)
                resource.Words[resource.Words.Count - 1] = plural;
            if (
                i == 0
                || resources[i - 1].Words is not { Count: > 0 } before
                || English.ToSingular(before[before.Count - 1]) != English.ToSingular(resource.Words[0])
            )
                continue;
            if (resource.Words.Count == 1 && before.Count > 1)
                resources.RemoveAt(i--);
            else if (resource.Words.Count > 1 && IsPlural(before) && IsPlural(resource.Words) && !HasOther(node, resource.Words.Skip(1)))
                resource.Words.RemoveAt(0);
        }

        static bool IsPlural(List<string> words) =>
            words[words.Count - 1] is { } word && English.IsPlural(word) && English.ToSingular(word) != word;

        // script-settings is the settings of a script, unless it has others.
        static bool HasOther(PathNode node, IEnumerable<string> words) => node.Parent!.ChildNames.Contains(string.Join(" ", words));

        // rules beside rule: one resource.
        static bool HasSibling(PathNode node, string last, string plural) =>
            node.Segment.EndsWith(last, StringComparison.Ordinal)
            && node.Parent!.Children.ContainsKey(node.Segment.Substring(0, node.Segment.Length - last.Length) + plural);
    }

    /// <summary>An abbreviation in the path that the tags of its operations spell out: apps, tagged "Access applications".</summary>
    private static void ExpandAbbreviation(ResourceWords resource)
    {
        string last = resource.Words[resource.Words.Count - 1];
        string singular = English.ToSingular(last);
        string before = resource.Words.Count > 1 ? resource.Words[resource.Words.Count - 2] : "";
        SortedSet<string> full = new(StringComparer.Ordinal);
        foreach (PathOperation operation in resource.Node.NearestOperations)
        {
            if (operation.TagWords.Any(w => English.ToSingular(w) == singular))
                return;
            for (int i = 0; i < operation.TagWords.Count; i++)
            {
                bool follows = before.Length > 0 && i > 0 && operation.TagWords[i - 1] == before;
                if (
                    (before.Length == 0 || follows)
                    && English.IsAbbreviationOf(last, operation.TagWords[i], follows)
                    && !IsAbove(resource.Node, operation.TagWords[i])
                )
                    full.Add(operation.TagWords[i]);
            }
        }

        if (full.Count == 1)
            resource.Words[resource.Words.Count - 1] = full.Min!;

        static bool IsAbove(PathNode node, string word)
        {
            for (PathNode? at = node.Parent; at is not null; at = at.Parent)
            {
                if (at.Words.Any(w => English.ToSingular(w) == English.ToSingular(word)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The first resource as its tags write it.</summary>
    private static void ApplySpelling(List<ResourceWords> resources, FirstSegmentFacts head)
    {
        if (resources.Count > 1 && head.FindProductName(resources[1].Node) is { Count: > 0 } product)
            resources[0].ReplaceWords(product);
        else if (head.Spelling is { Count: > 0 } spelled)
            resources[0].ReplaceWords(spelled);
        if (resources.Count < 2 || head.SecondSegment != resources[1].Node.Segment)
            return;
        resources[0].Words.AddRange(resources[1].Node.Words);
        resources.RemoveAt(1);
    }

    private static void AddFamily(List<string> names, List<ResourceWords> resources, IReadOnlyList<string> family)
    {
        string name = Identifiers.ToMemberName(string.Join(" ", family));
        if (names.Count == 0)
            return;
        string brief = Words.GetInitials(family, family.Count);
        ResourceWords first = resources[0];
        if (string.Equals(names[0], string.Concat(family), StringComparison.OrdinalIgnoreCase))
        {
            names[0] = name;
            return;
        }

        if (first.Words.Count > 1 && first.Words[0] == brief)
            names[0] = Identifiers.ToMemberName(string.Join(" ", first.Words.Skip(1)));
        names.Insert(0, name);
    }

    private sealed class ResourceWords(PathNode node)
    {
        public PathNode Node { get; } = node;

        public List<string> Words { get; } = [.. node.Words];

        public void ReplaceWords(IEnumerable<string> words)
        {
            Words.Clear();
            Words.AddRange(words);
        }
    }
}
