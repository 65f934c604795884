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
        // /sendMessage and /api/login are verbs, and no resources.
        if (IsOnlyResource() && _node is { IsLeaf: true, Operations.Count: 1 } && StartsWithAction(_node) && IsVerb())
            return TakeLastResource();
        if (_node.IsParameter)
            return DeriveItemMethod(parent, verb);
        if (_node.IsCustomMethod)
            return TakeLastResource();
        if (DeriveBulkMethod(parent, verb) is { } bulk)
            return bulk;
        if (HasMoreResources(0) && _node.IsLeaf && _node.Operations.Count == 1 && DeriveFromSegment(parent) is { } segment)
            return segment;
        return ChangesManyItems() ? "Bulk" + verb : verb;
    }

    /// <summary>True for a GET that returns a list.</summary>
    public static bool ReturnsList(PathOperation operation)
    {
        PathNode node = operation.Node;
        if (node.IsParameter || operation.Method != "get")
            return false;
        if (operation.Response.IsList)
            return !(English.IsSettingsWord(node.LastWord) && IsOnlyReplaced(node));
        // images/v1 are images.
        if (node.IsVersion && node.Parent is { IsParameter: false, Parent: not null } versioned)
            node = versioned;
        string last = node.LastWord;
        if (English.IsSettingsWord(last))
            return false;
        // A plural that has items to get, or an array that the result has under the name of the resource.
        bool hasItems = operation.Node.Item is { } item && item.Operations.ContainsKey("get");
        bool isPlural =
            (last.EndsWith("s", StringComparison.Ordinal) && English.IsPlural(last))
            || operation.IdOrSummaryContains(English.ToPlural(last));
        return (hasItems && isPlural) || operation.Response.ArrayProperties.Contains(node.Segment);
    }

    private string GetVerb() =>
        operation.Method switch
        {
            "get" => ReturnsList(operation) ? "List" : "Get",
            // Where /new creates, a POST to the collection is a search.
            "post" => HasCreatorBelow() ? "List" : "Create",
            "put" => "Update",
            "patch" => "Edit",
            "delete" => "Delete",
            { } other => Identifiers.ToMemberName(other),
        };

    private bool HasCreatorBelow() =>
        !_node.IsParameter
        && _node.Children.TryGetValue("new", out PathNode? creator)
        && creator.HasOnly("post")
        && !_node.Operations.ContainsKey("get");

    private string DeriveItemMethod(PathNode parent, string verb)
    {
        if (operation.Method != "post")
            return verb;
        // Where a POST creates an item, a POST on the item changes it, if no other method does.
        if (parent.Operations.ContainsKey("post") && !_node.Operations.ContainsKey("put") && !_node.Operations.ContainsKey("patch"))
            return "Edit";
        return HasMoreResources(0) && _node.IsLeaf && parent.Operations.Count == 0 && StartsWithAction(parent) ? TakeLastResource() : verb;
    }

    /// <summary>The method of <c>things/bulk</c>, <c>things/delete/bulk</c> and <c>things/bulk/delete</c>; null for any other path.</summary>
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
                string search = TakeLastResource();
                return search == "List" || !parent.Operations.ContainsKey("get") ? "List" : search;
            }

            return English.IsReadAction(_node.FirstWord) || IsReadOnlyView(parent) ? TakeLastResource() : null;
        }

        if (operation.Method is not ("post" or "put") || !(StartsWithAction(_node) || SummaryStartsWithSegment() || EndsWithVerb()))
            return null;
        string action = TakeLastResource();
        return action == "New" ? "Create" : action;
    }

    /// <summary>True where one item can be changed by the same method, so that this operation changes many.</summary>
    private bool ChangesManyItems() =>
        operation.Method is "put" or "patch" or "delete"
        && _node.Item is { } item
        && item.Operations.ContainsKey(operation.Method)
        && (!_node.Operations.TryGetValue("get", out PathOperation? read) || ReturnsList(read));

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

    /// <summary>True for <c>psk_generate</c>, and for the object of a verb: <c>validate/origin</c>.</summary>
    private bool EndsWithVerb() =>
        operation.Method == "post"
        && (
            (_node.Words.Count > 1 && English.IsVerbOnly(_node.LastWord))
            || (_node.Parent is { Words: [{ } above], Operations.Count: 0 } && English.IsVerbOnly(above))
        );

    /// <summary>True for "Capture a payment" at <c>.../capture</c>: the document uses the word as a verb.</summary>
    private bool SummaryStartsWithSegment() =>
        _node.Words is [{ } first, ..]
        && English.SplitWords(operation.Outline.Summary).FirstOrDefault() == first
        && operation.IdWords.Contains(first);

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
