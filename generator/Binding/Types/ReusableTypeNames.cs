using CfGen.Generator.Documents;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Types;

/// <summary>The names of the types in components that are no schemas: responses, request bodies and parameters.</summary>
internal sealed class ReusableTypeNames
{
    // A response is more than its name where a schema has the name: AccountResponse beside Account.
    private static readonly (string Kind, string Suffix)[] s_kinds =
    [
        (ComponentPlace.RequestBodies, "Request"),
        (ComponentPlace.Responses, "Response"),
        (ComponentPlace.Parameters, "Parameter"),
    ];

    private readonly Dictionary<(string Kind, string Id), string> _names = [];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private ReusableTypeNames() { }

    /// <summary>Names the components in ordinal order, after those of schemas.</summary>
    /// <param name="components">All components of the document, used or not, so that the names do not depend on the selection.</param>
    public static ReusableTypeNames Assign(IReadOnlyCollection<ComponentKey> components, NameScope typeNames)
    {
        ReusableTypeNames names = new();
        foreach ((string kind, string suffix) in s_kinds)
        {
            Dictionary<string, string> fullNames = components
                .Where(c => c.Kind == kind && HasName(c.Id))
                .ToDictionary(c => c.Id, c => Identifiers.ToTypeName(c.Id), StringComparer.Ordinal);
            // Parameters have the name of the value at their ends. Without its prefix, the name of a body says too little.
            Dictionary<string, string> shortNames = kind == ComponentPlace.Parameters ? ComponentPrefixes.FindRemovable(fullNames) : [];
            foreach (string id in fullNames.Keys.OrderBy(id => id, StringComparer.Ordinal))
            {
                string name = shortNames.TryGetValue(id, out string? shortName) ? shortName : fullNames[id];
                if (new[] { name, name + suffix }.FirstOrDefault(typeNames.IsAvailable) is { } free)
                    names._names.Add((kind, id), typeNames.Reserve(free));
            }
        }

        return names;
    }

    /// <returns>Null where the component has no name that is free.</returns>
    public string? Find(string kind, string id) => _names.TryGetValue((kind, id), out string? name) ? name : null;

    /// <summary>The name of the component for its own type. A second type, of another media type, does not get it.</summary>
    public string? Take(string kind, string id) => Find(kind, id) is { } name && _taken.Add(name) ? name : null;

    // 404 and get-responses-404 name no type.
    private static bool HasName(string id) =>
        Words.Split(id) is { Count: > 0 } words
        && char.IsLetter(words[0][0])
        && !(words[words.Count - 1] is { Length: 3 } last && last.All(char.IsDigit));
}
