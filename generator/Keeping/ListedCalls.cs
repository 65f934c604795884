using CfGen.Generator.Listing;

namespace CfGen.Generator.Keeping;

/// <summary>The first method of an operation in a listing.</summary>
/// <param name="Operation">The HTTP method and the path: <c>GET /pets</c>.</param>
/// <param name="Id">The operationId, or the method and the path where the document had none.</param>
/// <param name="ClassName">The class that has the method.</param>
/// <param name="MethodName">The method without <c>Async</c>.</param>
internal sealed record ListedCall(string Operation, string Id, string ClassName, string MethodName);

/// <summary>The calls of a listing: the methods of operations, and the properties that lead to their classes.</summary>
internal sealed class ListedCalls
{
    private const string MethodSuffix = "Async";

    private readonly Dictionary<string, IReadOnlyList<string>> _paths = new(StringComparer.Ordinal);

    private ListedCalls(IReadOnlyList<ListedCall> methods) => Methods = methods;

    /// <summary>The first method of each operation.</summary>
    public IReadOnlyList<ListedCall> Methods { get; }

    /// <summary>The properties that lead to each class, outermost first, by the names of the classes. The client has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Paths => _paths;

    /// <summary>Reads the lines of methods and resources. Lines that are not valid are left to the comparison.</summary>
    /// <param name="clientName">The class name of the client.</param>
    public static ListedCalls Read(ApiListing listing, string clientName)
    {
        List<ListedMember> methods = [];
        List<ListedMember> resources = [];
        foreach (ListingLine line in listing.Lines)
        {
            // Most lines are of types: they are not read.
            int kind = line.Text.IndexOf(' ') + 1;
            bool isMethod = IsKind(line.Text, kind, ListedKind.Method);
            if (
                (isMethod || IsKind(line.Text, kind, ListedKind.Resource))
                && ListedMember.TryParse(line) is { ShortName.Length: > 0 } member
            )
                (isMethod ? methods : resources).Add(member);
        }

        ListedCalls calls = new(FindFirstMethods(methods));
        calls.AddPaths(clientName, resources.ToLookup(r => r.Owner, StringComparer.Ordinal));
        return calls;
    }

    private static bool IsKind(string line, int start, string kind) =>
        string.CompareOrdinal(line, start, kind, 0, kind.Length) == 0
        && start + kind.Length < line.Length
        && line[start + kind.Length] == ' ';

    /// <summary>The other methods of an operation have the name of the first one, and a suffix.</summary>
    private static List<ListedCall> FindFirstMethods(List<ListedMember> methods) =>
        [
            .. methods
                .Where(m => m.ShortName.EndsWith(MethodSuffix, StringComparison.Ordinal) && m[ListedFact.Operation].Length > 0)
                .GroupBy(m => m[ListedFact.Operation], StringComparer.Ordinal)
                .Select(same => same.OrderBy(m => m.Name.Length).ThenBy(m => m.Name, StringComparer.Ordinal).First())
                .Select(m => new ListedCall(
                    m[ListedFact.Operation],
                    m[ListedFact.Id],
                    m.Owner,
                    m.ShortName.Substring(0, m.ShortName.Length - MethodSuffix.Length)
                )),
        ];

    private void AddPaths(string clientName, ILookup<string, ListedMember> resources)
    {
        _paths.Add(clientName, []);
        Queue<string> queue = new([clientName]);
        while (queue.Count > 0)
        {
            string parent = queue.Dequeue();
            foreach (ListedMember resource in resources[parent])
            {
                string type = resource[ListedFact.Type];
                if (type.Length == 0 || _paths.ContainsKey(type))
                    continue;
                _paths.Add(type, [.. _paths[parent], resource.ShortName]);
                queue.Enqueue(type);
            }
        }
    }
}
