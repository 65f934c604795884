using CfGen.Generator.Listing;

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
