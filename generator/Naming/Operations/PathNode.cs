namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// One segment of the paths, with the segments below it. A parameter is the same segment whatever its name is. The facts that depend on the
/// segments below are asked for only when the tree is complete.
/// </summary>
internal sealed class PathNode(string segment, PathNode? parent)
{
    public const string Parameter = "{}";

    /// <summary>The sign before the name of a function of OData.</summary>
    public const string FunctionSign = "(";

    private bool? _isReadOnly;
    private List<PathNode>? _versions;
    private HashSet<string>? _childNames;
    private PathParts? _parts;

    /// <summary>The segment as written; <c>{}</c> for a parameter.</summary>
    public string Segment { get; } = segment;

    public PathNode? Parent { get; } = parent;

    public Dictionary<string, PathNode> Children { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PathOperation> Operations { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Words { get; } = English.SplitWords(segment.TrimStart(':', '#', '('));

    /// <summary>The first word; empty where the segment has none.</summary>
    public string FirstWord => Words.Count > 0 ? Words[0] : "";

    /// <summary>The last word; empty where the segment has none.</summary>
    public string LastWord => Words.Count > 0 ? Words[Words.Count - 1] : "";

    public bool IsParameter => Segment == Parameter;

    /// <summary>
    /// True for <c>v1</c>, <c>v2.1</c>, <c>v1beta1</c> and <c>2010-04-01</c>, and for a number that the paths begin with:
    /// <c>/api/2/users</c>.
    /// </summary>
    public bool IsVersion { get; } = English.IsVersion(segment) || IsLeadingNumber(segment, parent);

    /// <summary>True for a version, and for all segments below one.</summary>
    public bool IsVersioned => IsVersion || Parent is { IsVersioned: true };

    /// <summary>True for a method after a colon, <c>:cancel</c>, and for a function.</summary>
    public bool IsCustomMethod => (Words.Count > 0 && Segment[0] is ':' or '#') || IsFunction;

    /// <summary>True for a function of OData: <c>GetNearestAirport(lat={lat},lon={lon})</c>.</summary>
    public bool IsFunction => Words.Count > 0 && Segment[0] == '(';

    /// <summary>True for the format of what stands before it: <c>/containers/json</c>, <c>/containers/{id}/json</c>.</summary>
    public bool IsFormat => Segment is "json" or "xml" && IsLeaf && HasOnly("get") && Parent is { Parent: not null };

    /// <summary>The parameter below, which selects one item; null where there is none.</summary>
    public PathNode? Item => Children.TryGetValue(Parameter, out PathNode? item) ? item : null;

    public bool IsLeaf => Children.Count == 0;

    /// <summary>The operations on the segment and on one item of it: their tags and ids name the resource.</summary>
    public IEnumerable<PathOperation> NearestOperations =>
        Item is { } item ? Operations.Values.Concat(item.Operations.Values) : Operations.Values;

    /// <summary>The segments below that are versions.</summary>
    public List<PathNode> Versions => _versions ??= [.. Children.Values.Where(c => c.IsVersion)];

    /// <summary>The words of each segment below, joined by spaces.</summary>
    public HashSet<string> ChildNames =>
        _childNames ??= new(Children.Values.Select(c => string.Join(" ", c.Words)), StringComparer.Ordinal);

    /// <summary>The parts of the path that ends here.</summary>
    public PathParts Parts => _parts ??= PathParts.Split(this);

    /// <summary>True where GET is the only method here and below.</summary>
    public bool IsReadOnly => _isReadOnly ??= Operations.Keys.All(m => m == "get") && Children.Values.All(c => c.IsReadOnly);

    public bool HasOnly(string method) => Operations.Count == 1 && Operations.ContainsKey(method);

    private static bool IsLeadingNumber(string segment, PathNode? parent) =>
        segment.Length is 1 or 2 && segment.All(c => c is >= '0' and <= '9') && parent is { Parent: null } or { Segment: "api" or "rest" };

    public PathNode GetOrAddChild(string segment)
    {
        if (!Children.TryGetValue(segment, out PathNode? child))
            Children.Add(segment, child = new PathNode(segment, this));
        return child;
    }
}
