using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;

namespace CfGen.Generator.Naming.Operations;

/// <summary>One operation on its way to a name.</summary>
internal sealed class PathOperation(OperationOutline outline, PathNode node)
{
    private HashSet<string>? _words;
    private List<string>? _id;

    public OperationOutline Outline { get; } = outline;

    public OperationKey Site => Outline.Operation;

    public PathNode Node { get; } = node;

    /// <summary>In lower case.</summary>
    public string Method { get; } = outline.Operation.Method.ToLowerInvariant();

    /// <summary>The words of its first tag; empty where there is none.</summary>
    public IReadOnlyList<string> TagWords { get; } = English.SplitTag(outline.Tag);

    /// <summary>The words of its id.</summary>
    public List<string> IdWords => _id ??= English.SplitWords(Site.OperationId);

    /// <summary>All that it is called by: the words of tag, id and summary.</summary>
    public HashSet<string> AllWords =>
        _words ??= new(TagWords.Concat(IdWords).Concat(English.SplitWords(Outline.Summary)), StringComparer.Ordinal);

    public ResponseShape Result => Outline.Response;

    /// <summary>Whether its id or summary has the word; a tag speaks of others too.</summary>
    public bool IdOrSummaryContains(string word) => IdWords.Contains(word) || English.SplitWords(Outline.Summary).Contains(word);
}

/// <summary>One segment of the paths, with what is below it. Parameters are one segment whatever they are called.</summary>
internal sealed class PathNode(string segment, PathNode? parent)
{
    private bool? _isReadOnly;
    private List<PathNode>? _versions;
    private HashSet<string>? _childNames;
    private PathParts? _parts;

    public const string Parameter = "{}";

    /// <summary>As written; <c>{}</c> for a parameter.</summary>
    public string Segment { get; } = segment;

    public PathNode? Parent { get; } = parent;

    public Dictionary<string, PathNode> Children { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PathOperation> Operations { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Words { get; } = English.SplitWords(segment.TrimStart(':', '#'));

    /// <summary>Empty where the segment has no words.</summary>
    public string FirstWord => Words.Count > 0 ? Words[0] : "";

    public string LastWord => Words.Count > 0 ? Words[Words.Count - 1] : "";

    public bool IsParameter => Segment == Parameter;

    /// <summary><c>v1</c>, <c>v2.1</c>, <c>v1beta1</c>.</summary>
    public bool IsVersion { get; } = English.IsVersion(segment);

    /// <summary>Whether it is a version or stands below one.</summary>
    public bool IsVersioned => IsVersion || Parent is { IsVersioned: true };

    /// <summary>What stands behind a colon: <c>:cancel</c>; a colon alone is none.</summary>
    public bool IsCustomMethod => Words.Count > 0 && Segment[0] is ':' or '#';

    public PathNode? Item => Children.TryGetValue(Parameter, out PathNode? item) ? item : null;

    public bool IsLeaf => Children.Count == 0;

    /// <summary>The operations on it and on one item of it: what says how people call it.</summary>
    public IEnumerable<PathOperation> NearestOperations =>
        Item is { } item ? Operations.Values.Concat(item.Operations.Values) : Operations.Values;

    /// <summary>The children that are versions. Asked for only when the tree is whole.</summary>
    public List<PathNode> Versions => _versions ??= [.. Children.Values.Where(c => c.IsVersion)];

    /// <summary>The words of each child, with blanks between them. Asked for only when the tree is whole.</summary>
    public HashSet<string> ChildNames =>
        _childNames ??= new(Children.Values.Select(c => string.Join(" ", c.Words)), StringComparer.Ordinal);

    /// <summary>The path to here, cut. Asked for only when the tree is whole.</summary>
    public PathParts Parts => _parts ??= PathParts.Split(this);

    /// <summary>Nothing but GET here and below.</summary>
    public bool IsReadOnly => _isReadOnly ??= Operations.Keys.All(m => m == "get") && Children.Values.All(c => c.IsReadOnly);

    public bool HasOnly(string method) => Operations.Count == 1 && Operations.ContainsKey(method);

    public PathNode GetOrAddChild(string segment)
    {
        if (!Children.TryGetValue(segment, out PathNode? child))
            Children.Add(segment, child = new PathNode(segment, this));
        return child;
    }
}

/// <summary>The paths of a document as a tree, built in one pass.</summary>
internal sealed class PathTree
{
    private readonly PathNode _root = new("", null);

    public List<PathOperation> Operations { get; } = [];

    public void Add(OperationOutline outline)
    {
        PathNode node = _root;
        foreach (string segment in SplitSegments(outline.Operation.Path))
            node = node.GetOrAddChild(segment);
        PathOperation found = new(outline, node);
        Operations.Add(found);
        // /pets/{id} and /pets/{name} are one node: the ordinally first speaks for it, whatever the document's order.
        if (
            !node.Operations.TryGetValue(found.Method, out PathOperation? other)
            || string.CompareOrdinal(found.Site.Path, other.Site.Path) < 0
        )
            node.Operations[found.Method] = found;
    }

    /// <summary>The nodes from the first segment to this one.</summary>
    public static List<PathNode> GetAncestors(PathNode node)
    {
        List<PathNode> way = [];
        for (PathNode? at = node; at?.Parent is not null; at = at.Parent)
            way.Add(at);
        way.Reverse();
        return way;
    }

    // {id}:cancel, documents:batchGet and {id}#add_shared_link carry their verb behind a sign: it is a segment of its own here, sign and all.
    private static IEnumerable<string> SplitSegments(string path)
    {
        foreach (string segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = segment.IndexOfAny([':', '#'], segment.LastIndexOf('}') + 1);
            string name = colon > 0 ? segment.Substring(0, colon) : segment;
            yield return name.IndexOf('{') >= 0 ? PathNode.Parameter : name;
            if (colon > 0)
                yield return segment.Substring(colon);
        }
    }
}
