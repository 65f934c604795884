using CfGen.Generator.Listing;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>The calls of a listing: the methods of operations, and the properties that lead to their classes.</summary>
internal sealed class ListedCalls
{
    // No document has so many resources in each other; an edited listing can.
    private const int MaximumDepth = 32;

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
        Dictionary<string, ListedCall> methods = new(StringComparer.Ordinal);
        foreach (ListingLine line in listing.GetLines(ListedKind.Method))
            AddMethod(methods, line.Text);
        IEnumerable<ListedMember> resources = listing
            .GetLines(ListedKind.Resource)
            .Select(l => ListedMember.TryParse(l))
            .OfType<ListedMember>()
            .Where(r => Identifiers.IsPascalCase(r.ShortName));
        ListedCalls calls = new([.. methods.Values]);
        calls.AddPaths(clientName, resources.ToLookup(r => r.Owner, StringComparer.Ordinal));
        return calls;
    }

    /// <summary>Adds a method if it is the first of its operation.</summary>
    private static void AddMethod(Dictionary<string, ListedCall> methods, string line)
    {
        if (ListedCall.TryRead(line) is not { } call)
            return;
        if (!methods.TryGetValue(call.Operation, out ListedCall? first) || call.IsBefore(first))
            methods[call.Operation] = call;
    }

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
                if (type.Length == 0 || _paths.ContainsKey(type) || _paths[parent].Count == MaximumDepth)
                    continue;
                _paths.Add(type, [.. _paths[parent], resource.ShortName]);
                queue.Enqueue(type);
            }
        }
    }
}
