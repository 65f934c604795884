using CfGen.Generator.Listing;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>The first method of an operation in a listing.</summary>
/// <param name="operation">The HTTP method and the path: <c>GET /pets</c>.</param>
/// <param name="id">The operationId, or the method and the path where the document had none.</param>
/// <param name="name">The method after its class.</param>
/// <param name="className">The class that has the method.</param>
internal sealed class ListedCall(string operation, string id, string name, string className)
{
    private const string MethodSuffix = "Async";

    /// <summary>The HTTP method and the path: <c>GET /pets</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>The operationId, or the method and the path where the document had none.</summary>
    public string Id { get; } = id;

    /// <summary>The method after its class: <c>PetsResource.ListAsync</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The class that has the method.</summary>
    public string ClassName { get; } = className;

    /// <summary>The method without <c>Async</c>.</summary>
    public string MethodName => Name.Substring(ClassName.Length + 1, Name.Length - ClassName.Length - 1 - MethodSuffix.Length);

    /// <summary>True if the method is rather the first one of its operation than another: the others have its name and a suffix.</summary>
    public bool IsBefore(ListedCall other) =>
        Name.Length == other.Name.Length ? string.CompareOrdinal(Name, other.Name) < 0 : Name.Length < other.Name.Length;

    /// <summary>Reads a line of a method. Null where it has another form.</summary>
    public static ListedCall? TryRead(string line)
    {
        int nameEnd = line.IndexOf(' ');
        string name = line.Substring(0, nameEnd);
        string className = ListedMember.GetOwner(name);
        if (name.Length <= className.Length + MethodSuffix.Length || !name.EndsWith(MethodSuffix, StringComparison.Ordinal))
            return null;
        string operation = "";
        string id = "";
        // Most facts are not read.
        var facts = FactReader.Create(line);
        while ((operation.Length == 0 || id.Length == 0) && facts.Read())
        {
            if (facts.Is(ListedFact.Operation))
                operation = facts.Value ?? "";
            else if (facts.Is(ListedFact.Id))
                id = facts.Value ?? "";
        }

        return operation.Length > 0 ? new ListedCall(operation, id, name, className) : null;
    }
}

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
