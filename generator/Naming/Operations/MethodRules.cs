using CfGen.Generator.Documents.Selection;

namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Derives the method of an operation. Where the last segments of the path name the method, it takes them off the resources.
/// </summary>
/// <param name="resources">The resources of the path, outermost first.</param>
internal sealed class MethodRules(PathOperation operation, List<ResourceWords> resources)
{
    private readonly PathNode _node = operation.Node;

    // /files/{id}/copy: the files stay when the verb is taken off. Below an owner, nothing has to stay.
    private readonly int _minResources = operation.Node.Parts.Owner is null ? 1 : 0;

    public string DeriveMethod()
    {
        string verb = GetVerb();
        if (_node.Parent is not { } parent)
            return verb;
        if (_node.IsFormat)
            return parent.IsParameter && OperationVerbs.IsSpecific(operation.IdVerb) ? Identifiers.ToMemberName(operation.IdVerb) : verb;
        // /sendMessage and /api/login are verbs, and no resources.
        if (IsOnlyResource() && _node is { IsLeaf: true, Operations.Count: 1 } && StartsWithAction(_node) && IsVerb())
            return TakeLastResource();
        if (_node.IsParameter)
            return DeriveItemMethod(parent, verb);
        if (_node.IsCustomMethod)
            return TakeLastResource();
        if (DeriveBulkMethod(parent, verb) is { } bulk)
            return bulk;
        if (HasMoreResources(0) && CanBeVerb() && DeriveFromSegment(parent) is { } segment)
            return segment;
        return ChangesManyItems() ? "Bulk" + verb : verb;
    }

    /// <summary>True for a GET that returns a list.</summary>
    public static bool ReturnsList(PathOperation operation)
    {
        PathNode node = operation.Node is { IsFormat: true, Parent: { } formatted } ? formatted : operation.Node;
        if (node.IsParameter || operation.Method != "get")
            return false;
        if (operation.Response.IsList)
            return !(English.IsSettingsWord(node.LastWord) && IsOnlyReplaced(node));
        // images/v1 are images.
        if (node.IsVersion && node.Parent is { IsParameter: false, Parent: not null } versioned)
            node = versioned;
        string last = node.LastWord;
        if (English.IsSettingsWord(last) || operation.Response.IsObject)
            return false;
        // A plural that has items to get, or an array that the result has under the name of the resource.
        bool hasItems = operation.Node.Item is { } item && item.Operations.ContainsKey("get");
        bool isPlural =
            (last.EndsWith("s", StringComparison.Ordinal) && English.IsPlural(last))
            || operation.IdOrSummaryContains(English.ToPlural(last));
        return (hasItems && isPlural)
            || HasArrayOf(operation.Response, node)
            || (IsListedById(operation) && (isPlural || operation.Response.ArrayProperties.Count == 1))
            || (operation.Response == ResponseShape.None && English.IsPluralOnly(last) && operation.IdOrSummaryContains("list"));
    }

    /// <summary>True for <c>{ "tracks": [...] }</c> at <c>/tracks</c> and at <c>/top-tracks</c>.</summary>
    private static bool HasArrayOf(ResponseShape response, PathNode node) =>
        response.ArrayProperties.Contains(node.Segment)
        || (
            English.IsPluralOnly(node.LastWord)
            && response.ArrayProperties.Any(p =>
                English.SplitWords(p) is { Count: > 0 } words && words.SequenceEqual(node.Words.Skip(node.Words.Count - words.Count))
            )
        );

    private static bool IsListedById(PathOperation operation) => operation.IdVerb == "list" && operation.Response.ArrayProperties.Count > 0;

    private string GetVerb() =>
        operation.Method switch
        {
            "get" => ReturnsList(operation) ? "List" : "Get",
            "post" => GetPostVerb(),
            "put" => GetPutVerb(),
            "patch" => _node.Operations.ContainsKey("put") || operation.IdOrSummaryContains("edit") ? "Edit" : "Update",
            "delete" => "Delete",
            { } other => Identifiers.ToMemberName(other),
        };

    private string GetPostVerb()
    {
        // Where /new creates, a POST to the collection is a search.
        if (HasCreatorBelow())
            return "List";
        if (operation.IdVerbPair is { } pair)
            return Identifiers.ToMemberName(pair);
        string verb = operation.IdVerb;
        if (_node.IsParameter && !_node.Operations.ContainsKey("delete") && verb is "delete" or "remove")
            return "Delete";
        // Not Uploads.Upload.
        if (_node.IsParameter && OperationVerbs.IsSpecific(verb) && English.ToSingular(_node.Parent!.LastWord) != verb)
            return Identifiers.ToMemberName(verb);
        if (!UpdatesByPost())
            return FindItemVerbOfSummary() ?? "Create";
        return (HasChangedItems() ? "Bulk" : "") + (verb == "edit" ? "Edit" : "Update");
    }

    /// <summary>The verb of "Restore web link" at <c>/web_links/{id}</c>, where the id has none.</summary>
    private string? FindItemVerbOfSummary() =>
        _node is { IsParameter: true, Parent: { } parent }
        && OperationVerbs.IsSpecific(operation.SummaryVerb)
        && operation.SummaryVerb is not ("read" or "manage")
        && English.ToSingular(parent.LastWord) != operation.SummaryVerb
        && operation.IdOrSummaryContains(English.ToSingular(parent.LastWord))
            ? Identifiers.ToMemberName(operation.SummaryVerb)
            : null;

    private string GetPutVerb()
    {
        if (operation.IdVerbPair is { } pair)
            return Identifiers.ToMemberName(pair);
        if (CreatesByPut())
            return "Create";
        // Where a POST updates, the PUT beside it replaces.
        return UpdatesByPost() && operation.IdOrSummaryContains("replace") ? "Replace" : "Update";
    }

    /// <summary>True where the id of a PUT on a collection creates items, and that of the POST beside it does not.</summary>
    private bool CreatesByPut() =>
        !_node.IsParameter
        && _node.Item is not null
        && _node.Operations.TryGetValue("put", out PathOperation? put)
        && OperationVerbs.IsCreation(put.IdVerb)
        && !(_node.Operations.TryGetValue("post", out PathOperation? post) && !OperationVerbs.IsUpdate(post.IdVerb));

    /// <summary>
    /// True where a POST changes what is there. The verb of its id says so, and else what the other operations of the path do.
    /// </summary>
    private bool UpdatesByPost()
    {
        if (!_node.Operations.TryGetValue("post", out PathOperation? post) || _node.Operations.ContainsKey("patch"))
            return false;
        if (OperationVerbs.IsCreation(post.IdVerb))
            return false;
        if (OperationVerbs.IsUpdate(post.IdVerb) && English.ToSingular(_node.LastWord) != post.IdVerb)
            return CreatesByPut() || (IsReplacedBesidePost() && !HasChangedItems());
        if (_node.Operations.ContainsKey("put"))
            return false;
        // Where a POST on the collection creates an item, or nothing creates or deletes one, a POST on the item changes it.
        bool isPermanent = _node.Operations.ContainsKey("get") && !_node.Operations.ContainsKey("delete");
        return _node is { IsParameter: true, Parent: { } parent }
            ? parent.Operations.ContainsKey("post") || isPermanent || post.IsDescribedAsUpdate
            : English.IsSettingsWord(_node.LastWord) && _node.Item is null && isPermanent;
    }

    private bool IsReplacedBesidePost() =>
        !_node.Operations.TryGetValue("put", out PathOperation? put) || put.IdOrSummaryContains("replace");

    /// <summary>True where items below can be changed one by one.</summary>
    private bool HasChangedItems() => _node.Item is { } item && item.Operations.Keys.Any(m => m is "post" or "put" or "patch");

    private bool HasCreatorBelow() =>
        !_node.IsParameter
        && _node.Children.TryGetValue("new", out PathNode? creator)
        && creator.HasOnly("post")
        && !_node.Operations.ContainsKey("get");

    /// <summary>The method of an item. The segment above it can be its verb: <c>/ai/run/{model}</c>, <c>/orders/getById/{id}</c>.</summary>
    private string DeriveItemMethod(PathNode parent, string verb)
    {
        while (parent is { IsParameter: true, Children.Count: 1, Operations.Count: 0, Parent: { } above })
            parent = above;
        if (
            parent.IsParameter
            || parent.Operations.Count > 0
            || _node is not { IsLeaf: true, Operations.Count: 1 }
            || !IsVerbOfItem(parent)
        )
            return verb;
        bool isRoot = resources is [{ } only] && only.Node == parent && parent.Words.Count > 1 && _node.Parts.Owner is null;
        return HasMoreResources(0) || isRoot ? TakeLastResource() : verb;
    }

    private bool IsVerbOfItem(PathNode parent) =>
        operation.Method switch
        {
            "post" => StartsWithAction(parent),
            "get" => parent.FirstWord is "get" or "find" or "fetch",
            "delete" => parent.FirstWord is "delete" or "remove",
            "put" or "patch" => English.IsVerbOnly(parent.FirstWord) || OperationVerbs.IsUpdate(parent.FirstWord),
            _ => false,
        };

    /// <summary>
    /// The method of <c>things/bulk</c>, <c>things/delete/bulk</c> and <c>things/bulk/delete</c>; null for any other path.
    /// </summary>
    private string? DeriveBulkMethod(PathNode parent, string verb)
    {
        if (operation.Method != "get" && HasMoreResources(0) && IsBulk(_node))
        {
            TakeLastResource();
            return "Bulk" + (HasMoreResources(0) && operation.Method == "post" && StartsWithAction(parent) ? TakeLastResource() : verb);
        }

        if (operation.Method != "post" || !HasMoreResources(1) || !IsBulk(parent) || !_node.IsLeaf || !StartsWithAction(_node))
            return null;
        string action = TakeLastResource();
        TakeLastResource();
        return "Bulk" + action;
    }

    /// <summary>The method that the last segment names; null where it names a resource.</summary>
    private string? DeriveFromSegment(PathNode parent)
    {
        if (operation.Method == "get")
        {
            if (_node.Words is ["search" or "list"])
            {
                return TakeLastResource();
            }

            return English.IsReadAction(_node.FirstWord) || IsReadOnlyView(parent) ? TakeLastResource() : null;
        }

        if (new SegmentVerb(operation).Find() is not { } words)
            return null;
        TakeLastResource();
        string action = Identifiers.ToMemberName(words);
        return action == "New" ? "Create" : action;
    }

    /// <summary>
    /// True for one operation with nothing below it, other than the same for many things: <c>search</c> beside <c>search/batch</c>.
    /// </summary>
    private bool CanBeVerb() =>
        (_node.Operations.Count == 1 || (_node.Segment == "search" && _node.Operations.Keys.All(m => m is "get" or "post")))
        && (_node.IsLeaf || (operation.Method == "post" && _node.Children.Values.All(c => c.IsLeaf && IsBulk(c))));

    /// <summary>
    /// True where one item can be changed by the same method, or what is deleted is a list, so that this operation changes many.
    /// </summary>
    private bool ChangesManyItems()
    {
        if (operation.Method is not ("put" or "patch" or "delete"))
            return false;
        bool isList = !_node.Operations.TryGetValue("get", out PathOperation? read) || ReturnsList(read);
        return isList && (_node.Item?.Operations.ContainsKey(operation.Method) is true || (read is not null && DeletesMany()));
    }

    /// <summary>True for "Delete all sessions" and <c>deleteCollection</c>, and not for "Delete a session".</summary>
    private bool DeletesMany() =>
        operation.Method == "delete"
        && (
            operation.IdOrSummaryContains("all")
            || operation.IdOrSummaryContains("bulk")
            || operation.IdOrSummaryContains("collection")
            || (English.IsPluralOnly(_node.LastWord) && operation.IdOrSummaryContains(_node.LastWord))
        );

    private bool IsOnlyResource() =>
        resources is [{ } only] && only.Node == _node && _node.Parts.Owner is null && !_node.Parent!.IsParameter;

    // One word can be a noun. What is posted to it alone is not.
    private bool IsVerb() => _node.Words.Count > 1 || operation.Method is "post" or "put";

    private bool HasMoreResources(int count) => resources.Count > _minResources + count;

    private string TakeLastResource()
    {
        ResourceWords last = resources[resources.Count - 1];
        resources.RemoveAt(resources.Count - 1);
        return Identifiers.ToMemberName(string.Join(" ", last.Node.Words));
    }

    private static bool StartsWithAction(PathNode node) => English.IsAction(node.FirstWord);

    // things/bulk and things/batch are no resources, but many things.
    private static bool IsBulk(PathNode node) =>
        node.Words is ["bulk" or "batch"] && node.Item is null && !node.Operations.ContainsKey("get");

    /// <summary>True for a resource that is only replaced as a whole, and that has no items.</summary>
    private static bool IsOnlyReplaced(PathNode node) =>
        node.Operations.ContainsKey("put")
        && !node.Operations.ContainsKey("post")
        && !node.Operations.ContainsKey("delete")
        && node.Item?.Operations.ContainsKey("get") != true;

    /// <summary>True for one of several views that can only be read: <c>summary/http_protocol</c>.</summary>
    private bool IsReadOnlyView(PathNode parent) =>
        !parent.IsParameter && parent.Item is null && parent.IsReadOnly && !ReturnsList(operation);
}
