using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>
/// The members of a listing through which code can have a value of a type without its name: methods that take or return it, and types that
/// contain it with their members.
/// </summary>
/// <param name="Type">The type, or the class of a resource.</param>
/// <param name="Members">The members: for a class the properties that lead to it.</param>
internal sealed record TypeReach(string Type, EquatableArray<string> Members);

/// <summary>Finds the members of a listing that lead to its types.</summary>
internal sealed class ReachedMembers
{
    private readonly Surface _surface;
    private readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Edge>> _edges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReach> _found = new(StringComparer.Ordinal);

    public ReachedMembers(Surface surface)
    {
        _surface = surface;
        foreach (ListingLine line in surface.Lines)
            Add(line.Text);
    }

    /// <summary>Returns a type and its members.</summary>
    public IEnumerable<string> GetMembers(string type) =>
        _members.TryGetValue(type, out List<string>? members) ? members.Prepend(type) : [type];

    /// <summary>Finds the members that lead to a type or class.</summary>
    public TypeReach Find(string type)
    {
        if (_found.TryGetValue(type, out TypeReach? known))
            return known;
        HashSet<string> found = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal) { type };
        Stack<string> open = new([type]);
        while (open.Count > 0)
        {
            foreach (Edge edge in _edges.TryGetValue(open.Pop(), out List<Edge>? edges) ? edges : [])
            {
                found.UnionWith(edge.Members);
                // Who has the type that contains it has the value.
                if (edge.Holder.Length == 0 || !seen.Add(edge.Holder))
                    continue;
                found.Add(edge.Holder);
                open.Push(edge.Holder);
            }
        }

        TypeReach reach = new(type, found.OrderBy(m => m, StringComparer.Ordinal).ToEquatable());
        _found.Add(type, reach);
        return reach;
    }

    /// <summary>Returns the methods of an operation.</summary>
    public static IEnumerable<string> GetMethods(string method) =>
        method.EndsWith(ListedDeclarations.MethodSuffix, StringComparison.Ordinal)
            ? [method, ListedDeclarations.GetResponseMethod(method)]
            : [method];

    // A listing has tens of thousands of lines: their facts are not read.
    private void Add(string line)
    {
        int nameEnd = line.IndexOf(' ');
        if (nameEnd <= 0)
            return;
        string name = line.Substring(0, nameEnd);
        int bracket = name.IndexOfAny(['(', '[']);
        string plain = bracket < 0 ? name : name.Substring(0, bracket);
        string owner = UsedMembers.GetOwner(name);
        int kindEnd = line.IndexOf(' ', nameEnd + 1);
        string kind = kindEnd < 0 ? line.Substring(nameEnd + 1) : line.Substring(nameEnd + 1, kindEnd - nameEnd - 1);
        bool isOfMethod =
            kind
            is ListedKind.Method
                or ListedKind.Argument
                or ListedKind.Body
                or ListedKind.ParametersArgument
                or ListedKind.SentConstant
                or ListedKind.Error;
        string[] members = isOfMethod ? [.. GetMethods(plain)] : [plain];
        if (bracket < 0 && plain.Length > owner.Length)
        {
            if (!_members.TryGetValue(owner, out List<string>? all))
                _members.Add(owner, all = []);
            all.AddRange(members);
        }

        string holder = isOfMethod || kind == ListedKind.Resource ? "" : owner;
        foreach (string type in ListedTypeName.GetTypes(line).Where(t => _surface.Types.Contains(t) || _surface.Classes.Contains(t)))
        {
            if (!_edges.TryGetValue(type, out List<Edge>? edges))
                _edges.Add(type, edges = []);
            edges.Add(new Edge(members, holder));
        }
    }

    /// <summary>The members that have a type in their text.</summary>
    /// <param name="Holder">The type that has the member; empty for a method or the property of a resource.</param>
    private sealed record Edge(string[] Members, string Holder);
}
