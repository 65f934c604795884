using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>The paths of a document as a tree.</summary>
/// <param name="paths">All paths of the document. Those of OData's entity sets tell keys from arguments.</param>
internal sealed class PathTree(IEnumerable<string> paths)
{
    private static readonly string[] s_extensions = [".json", ".xml"];

    private readonly HashSet<string> _paths = new(paths, StringComparer.Ordinal);
    private readonly Lazy<bool> _isOData = new(() => paths.Any(ODataSegment.IsInPath));
    private readonly PathNode _root = new("", null);

    public List<PathOperation> Operations { get; } = [];

    public void Add(OperationOutline outline)
    {
        PathNode node = _root;
        foreach (string segment in SplitSegments(outline.Operation.Path, outline.Operation.Method))
            node = node.GetOrAddChild(segment);
        PathOperation operation = new(outline, node);
        Operations.Add(operation);
        // /pets/{id} and /pets/{name} are one node. The first in ordinal order stands for it, so that the document's order does not matter.
        if (
            !node.Operations.TryGetValue(operation.Method, out PathOperation? other)
            || string.CompareOrdinal(operation.Key.Path, other.Key.Path) < 0
        )
            node.Operations[operation.Method] = operation;
    }

    /// <summary>The nodes from the first segment to this one.</summary>
    public static List<PathNode> GetAncestors(PathNode node)
    {
        List<PathNode> path = [];
        for (PathNode? current = node; current?.Parent is not null; current = current.Parent)
            path.Add(current);
        path.Reverse();
        return path;
    }

    // {id}:cancel, documents:batchGet and {id}#add_shared_link have a method after a sign, which is a segment of its own here, with the
    // sign.
    private IEnumerable<string> SplitSegments(string path, string method)
    {
        path = RemoveExtension(RemoveQuery(path));
        int start = 0;
        foreach (string segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            start = path.IndexOf(segment, start, StringComparison.Ordinal);
            bool isLast = start > 1 && start + segment.Length == path.Length;
            if (isLast && ODataSegment.TryGetMethod(segment, method, _isOData) is { } name)
            {
                yield return PathNode.FunctionSign + name;
                continue;
            }

            if (ODataSegment.TryParse(segment) is { } parsed)
            {
                bool isSet = _paths.Contains(path.Substring(0, start) + parsed.Name);
                foreach (string split in parsed.Split(isSet))
                    yield return split;
                continue;
            }

            int sign = segment.IndexOfAny([':', '#'], segment.LastIndexOf('}') + 1);
            string part = sign > 0 ? segment.Substring(0, sign) : segment;
            yield return part.IndexOf('{') >= 0 ? PathNode.Parameter : part;
            if (sign > 0)
                yield return segment.Substring(sign);
        }
    }

    // /messages?beta=true is another form of /messages. {?limit} is a parameter.
    private static string RemoveQuery(string path)
    {
        int query = path.IndexOf('?');
        return query <= 0 || path[query - 1] == '{' ? path : path.Substring(0, query);
    }

    // /Calls.json is a resource in a format. Where the document has another path of the resource, the extension tells them apart.
    private string RemoveExtension(string path)
    {
        foreach (string extension in s_extensions)
        {
            if (!path.EndsWith(extension, StringComparison.Ordinal) || path.EndsWith("/" + extension, StringComparison.Ordinal))
                continue;
            string plain = path.Substring(0, path.Length - extension.Length);
            return _paths.Contains(plain) || s_extensions.Any(e => e != extension && _paths.Contains(plain + e)) ? path : plain;
        }

        return path;
    }
}
