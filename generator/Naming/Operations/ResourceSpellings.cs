namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Unifies the spellings of each resource: a tag may have <c>NodeBalancers</c> where a path has <c>nodebalancers</c>, and two resources
/// that differ in case only would be two classes of one name.
/// </summary>
internal sealed class ResourceSpellings
{
    // By the path of the resource, in any case.
    private readonly Dictionary<string, Spelling> _spellings = new(StringComparer.OrdinalIgnoreCase);

    // False while every resource has one spelling: no name has to be changed then.
    private bool _hasDifferences;

    /// <summary>Adds a name that the document or the names file has. No derived name changes it.</summary>
    public void AddExplicit(IReadOnlyList<string> resources) => Add(resources, true);

    public void Add(IReadOnlyList<string> resources) => Add(resources, false);

    public DerivedName Normalize(DerivedName name) =>
        !_hasDifferences
            ? name
            : name with
            {
                Name = name.Name with { ResourcePath = Normalize(name.Name.ResourcePath) },
                VersionedPath = name.VersionedPath is { } versioned ? Normalize(versioned) : null,
            };

    private void Add(IReadOnlyList<string> resources, bool isExplicit)
    {
        string path = "";
        foreach (string resource in resources)
        {
            path += "." + resource;
            if (!_spellings.TryGetValue(path, out Spelling? known))
            {
                _spellings.Add(path, new Spelling(resource, isExplicit));
            }
            else if (known.Text != resource)
            {
                _hasDifferences = true;
                // The first in ordinal order, whatever the document's order: capitals come first, so that it is the one of more words.
                if (isExplicit == known.IsExplicit ? string.CompareOrdinal(resource, known.Text) < 0 : isExplicit)
                    _spellings[path] = new Spelling(resource, isExplicit);
            }
        }
    }

    private List<string> Normalize(IReadOnlyList<string> resources)
    {
        string path = "";
        List<string> normalized = new(resources.Count);
        foreach (string resource in resources)
        {
            path += "." + resource;
            normalized.Add(_spellings.TryGetValue(path, out Spelling? known) ? known.Text : resource);
        }

        return normalized;
    }

    private sealed record Spelling(string Text, bool IsExplicit);
}
