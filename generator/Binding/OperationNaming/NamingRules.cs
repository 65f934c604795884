using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Operations;

namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>
/// Derives the name of an operation from its path, method, tag and id, and from what stands beside and below it in the tree of
/// paths. <c>docs/reference/naming-rules.md</c> says the rules in words. Nothing outside the first segment's own branches is looked at.
/// </summary>
internal sealed class NamingRules
{
    private readonly Dictionary<string, HeadFacts> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<PathNode, ScopeFacts> _scopes = [];

    public NamingRules(PathTree tree)
    {
        foreach (PathOperation operation in tree.Operations)
        {
            PathParts parts = operation.Node.Parts;
            if (parts.Head is not { } head)
                continue;
            if (!_heads.TryGetValue(head.Segment, out HeadFacts? facts))
                _heads.Add(head.Segment, facts = new HeadFacts(head));
            facts.Add(operation, parts);
            if (parts.Scope is not { } scope)
                continue;
            if (!_scopes.TryGetValue(scope, out ScopeFacts? known))
                _scopes.Add(scope, known = new ScopeFacts(scope));
            known.Add(operation, parts);
        }
    }

    /// <summary>The name, and the words that were left out of it, for where two come out the same.</summary>
    public DerivedName Derive(PathOperation operation)
    {
        if (VendorId.Read(operation) is { } stated)
            return new DerivedName(operation, stated, null, null);

        PathParts parts = operation.Node.Parts;
        List<Resource> resources = [.. parts.Resources.Select(n => new Resource(n))];
        string method = Method(operation, parts, resources);
        Name(resources, parts.Scope is not null);
        PathNode? head = parts.Head;
        if (resources.Count > 1 && resources[0].Node == head && English.IsSettings(head.Segment) && operation.Tag.SequenceEqual(resources[1].Node.Words))
        {
            // The tag says that these are no settings but a product of its own.
            resources.RemoveAt(0);
            head = resources[0].Node;
        }

        if (resources.Count > 0 && resources[0].Node == parts.Head)
            Spell(resources, _heads[parts.Head.Segment]);
        List<string> names = [.. resources.Select(r => Identifiers.Member(string.Join(" ", r.Words)))];
        string? scope = null;
        if (head is not null && head == parts.Head && _heads[head.Segment].Family is { Count: > 0 } family)
            AddFamily(names, resources, family);
        if (parts.Scope is { } owner)
        {
            scope = Identifiers.Member(owner.Segment);
            if (names.Count == 0 || (head == parts.Head && _scopes[owner].Names(operation, parts, IsShared(_heads[head!.Segment]))))
            {
                names.Insert(0, scope);
                scope = null;
            }
        }

        return new DerivedName(operation, new OperationName(names, method), scope, WithVersion(operation.Node, parts, names, resources));
    }

    // Account rulesets and zone rulesets are rulesets; the actions of a droplet and those of an image have little in common.
    private bool IsShared(HeadFacts head) => head.ScopesInTags.Count(s => _scopes[s].IsMereOwner) > 1;

    /// <summary>The resources with the version that was left out of them; null where there was none.</summary>
    private static List<string>? WithVersion(PathNode node, PathParts parts, List<string> names, List<Resource> resources)
    {
        if (!node.IsVersioned)
            return null;
        List<PathNode> way = PathTree.Way(node);
        int version = way.FindIndex(n => n.IsVersion && !parts.Resources.Contains(n));
        if (version < 0)
            return null;
        int after = resources.FindIndex(r => way.IndexOf(r.Node) > version);
        int at = after < 0 ? names.Count : after + names.Count - resources.Count;
        return [.. names.Take(at), Identifiers.Member(way[version].Segment), .. names.Skip(at)];
    }

    /// <summary>The method; where the last segments of the path say it, they are taken off the resources.</summary>
    private static string Method(PathOperation operation, PathParts parts, List<Resource> resources)
    {
        PathNode node = operation.Node;
        string verb = operation.Method switch
        {
            "get" => IsList(operation) ? "List" : "Get",
            // What /new creates, the collection only looks for.
            "post" => !node.IsParameter && node.Children.TryGetValue("new", out PathNode? creator) && creator.Only("post") && !node.Operations.ContainsKey("get") ? "List" : "Create",
            "put" => "Update",
            "patch" => "Edit",
            "delete" => "Delete",
            { } other => Identifiers.Member(other),
        };
        if (node.Parent is not { } parent)
            return verb;
        // /sendMessage is all verb, and no resource.
        if (parent.Parent is null && node is { IsLeaf: true, Words.Count: > 1, Operations.Count: 1 } && Begins(node))
            return Take();

        // /files/{id}/copy: the files are what is left when the verb is gone.
        int least = parts.Scope is null ? 1 : 0;
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

                if (English.IsReadAction(node.FirstWord) || IsReport(operation, parent))
                    return Take();
            }
            else if (operation.Method is "post" or "put" && (Begins(node) || SaysSo(operation) || Ends(operation)))
            {
                string last = Take();
                return last == "New" ? "Create" : last;
            }
        }

        // Where one item can be changed so too, this changes many.
        return operation.Method is "put" or "patch" or "delete"
            && node.Item is { } item && item.Operations.ContainsKey(operation.Method)
            && (!node.Operations.TryGetValue("get", out PathOperation? read) || IsList(read))
            ? "Bulk" + verb
            : verb;

        string Take()
        {
            Resource last = resources[resources.Count - 1];
            resources.RemoveAt(resources.Count - 1);
            return Identifiers.Member(string.Join(" ", last.Node.Words));
        }

        static bool Begins(PathNode node) => English.IsAction(node.FirstWord);

        // things/bulk and things/batch: no thing, but how many of them.
        static bool IsMany(PathNode node) => node.Words is ["bulk" or "batch"] && node.Item is null && !node.Operations.ContainsKey("get");

        // psk_generate; and below a verb, what it is done to: validate/origin.
        static bool Ends(PathOperation operation) => operation.Method == "post"
            && ((operation.Node.Words.Count > 1 && English.IsOnlyAction(operation.Node.LastWord))
                || (operation.Node.Parent is { Words: [{ } above], Operations.Count: 0 } && English.IsOnlyAction(above)));

        // "Capture a payment" at .../capture: the document itself uses the word as a verb.
        static bool SaysSo(PathOperation operation) =>
            operation.Node.Words is [{ } first, ..]
            && English.Words(operation.Outline.Summary).FirstOrDefault() == first
            && operation.Id.Contains(first);
    }

    private static bool IsList(PathOperation operation)
    {
        PathNode node = operation.Node;
        if (node.IsParameter || operation.Method != "get")
            return false;
        if (operation.Result.IsList)
            return !(English.IsSettings(node.LastWord) && IsWrittenWhole(node));
        string last = node.LastWord;
        // images/v1 are images.
        if (node.IsVersion && node.Parent is { IsParameter: false, Parent: not null } versioned)
        {
            node = versioned;
            last = node.LastWord;
        }

        if (English.IsSettings(last))
            return false;
        // A plural that has items to get, or that the result has under its own name.
        return (operation.Node.Item is { } item && item.Operations.ContainsKey("get")
                && ((last.EndsWith("s", StringComparison.Ordinal) && English.IsPlural(last)) || operation.Says(English.Plural(last))))
            || operation.Result.Arrays.Contains(node.Segment);
    }

    /// <summary>Only ever put as a whole: nothing is added to it, and nothing of it can be had alone.</summary>
    private static bool IsWrittenWhole(PathNode node) =>
        node.Operations.ContainsKey("put") && !node.Operations.ContainsKey("post") && !node.Operations.ContainsKey("delete")
        && node.Item?.Operations.ContainsKey("get") != true;

    /// <summary>One of several views that are only to be read: <c>summary/http_protocol</c>.</summary>
    private static bool IsReport(PathOperation operation, PathNode parent) =>
        !parent.IsParameter && parent.Item is null && parent.IsReadOnly && !IsList(operation);

    /// <summary>The words of each resource: plural, written out, not doubled.</summary>
    private static void Name(List<Resource> resources, bool scoped)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            Resource resource = resources[i];
            PathNode node = resource.Node;
            if (resource.Words.Count > 1 && resource.Words[resource.Words.Count - 1] == "api")
                resource.Words.RemoveAt(resource.Words.Count - 1);
            if (i > 0 || resource.Words.Count > 1)
                WriteOut(resource);
            string last = resource.Words[resource.Words.Count - 1];
            string plural = English.Plural(last);
            bool isCollection = plural != last && !last.EndsWith("s", StringComparison.Ordinal)
                && (i > 0 || scoped)
                && (HasSibling(node, last, plural)
                    || (!(node.Item is null && node.Only("get")) && node.Nearest.Any(o => o.Tag.Contains(plural))));
            if (isCollection)
                resource.Words[resource.Words.Count - 1] = plural;
            if (i == 0 || resources[i - 1].Words is not { Count: > 0 } before || English.Singular(before[before.Count - 1]) != English.Singular(resource.Words[0]))
                continue;
            if (resource.Words.Count == 1 && before.Count > 1)
                resources.RemoveAt(i--);
            else if (resource.Words.Count > 1 && IsPlural(before) && IsPlural(resource.Words) && !HasOther(node, resource.Words.Skip(1)))
                resource.Words.RemoveAt(0);
        }

        static bool IsPlural(List<string> words) => words[words.Count - 1] is { } word && English.IsPlural(word) && English.Singular(word) != word;

        // script-settings is the settings of a script, unless it has others.
        static bool HasOther(PathNode node, IEnumerable<string> words) => node.Parent!.ChildNames.Contains(string.Join(" ", words));

        // rules beside rule: one resource.
        static bool HasSibling(PathNode node, string last, string plural) =>
            node.Segment.EndsWith(last, StringComparison.Ordinal)
            && node.Parent!.Children.ContainsKey(node.Segment.Substring(0, node.Segment.Length - last.Length) + plural);
    }

    /// <summary>An abbreviation in the path that the tags of its operations spell out: apps, tagged "Access applications".</summary>
    private static void WriteOut(Resource resource)
    {
        string last = resource.Words[resource.Words.Count - 1];
        string singular = English.Singular(last);
        string before = resource.Words.Count > 1 ? resource.Words[resource.Words.Count - 2] : "";
        SortedSet<string> full = new(StringComparer.Ordinal);
        foreach (PathOperation operation in resource.Node.Nearest)
        {
            if (operation.Tag.Any(w => English.Singular(w) == singular))
                return;
            for (int i = 0; i < operation.Tag.Count; i++)
            {
                bool follows = before.Length > 0 && i > 0 && operation.Tag[i - 1] == before;
                if ((before.Length == 0 || follows) && English.Abbreviates(last, operation.Tag[i], follows) && !IsAbove(resource.Node, operation.Tag[i]))
                    full.Add(operation.Tag[i]);
            }
        }

        if (full.Count == 1)
            resource.Words[resource.Words.Count - 1] = full.Min!;

        static bool IsAbove(PathNode node, string word)
        {
            for (PathNode? at = node.Parent; at is not null; at = at.Parent)
            {
                if (at.Words.Any(w => English.Singular(w) == English.Singular(word)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The first resource as its tags write it.</summary>
    private static void Spell(List<Resource> resources, HeadFacts head)
    {
        if (resources.Count > 1 && head.Product(resources[1].Node) is { Count: > 0 } product)
            resources[0].Write(product);
        else if (head.Spelled is { Count: > 0 } spelled)
            resources[0].Write(spelled);
        if (resources.Count < 2 || head.SecondSegment != resources[1].Node.Segment)
            return;
        resources[0].Words.AddRange(resources[1].Node.Words);
        resources.RemoveAt(1);
    }

    private static void AddFamily(List<string> names, List<Resource> resources, IReadOnlyList<string> family)
    {
        string name = Identifiers.Member(string.Join(" ", family));
        if (names.Count == 0)
            return;
        string brief = Words.Initials(family, family.Count);
        Resource first = resources[0];
        if (string.Equals(names[0], string.Concat(family), StringComparison.OrdinalIgnoreCase))
        {
            names[0] = name;
            return;
        }

        if (first.Words.Count > 1 && first.Words[0] == brief)
            names[0] = Identifiers.Member(string.Join(" ", first.Words.Skip(1)));
        names.Insert(0, name);
    }

    private sealed class Resource(PathNode node)
    {
        public PathNode Node { get; } = node;

        public List<string> Words { get; } = [.. node.Words];

        public void Write(IEnumerable<string> words)
        {
            Words.Clear();
            Words.AddRange(words);
        }
    }
}
