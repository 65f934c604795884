namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// One spelling of each resource: a tag may say <c>NodeBalancers</c> where a path says <c>nodebalancers</c>, and two resources that
/// differ by case only would be two classes of one name.
/// </summary>
internal sealed class ResourceSpellings
{
    // By the way to the resource, whatever its case.
    private readonly Dictionary<string, Spelling> _spellings = new(StringComparer.OrdinalIgnoreCase);

    // Whether two spellings were seen: where not, nothing has to be spelled anew.
    private bool _hasDifferences;

    /// <summary>Of a name that the document or the file states: no derived one changes it.</summary>
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

    private void Add(IReadOnlyList<string> resources, bool stated)
    {
        string way = "";
        foreach (string resource in resources)
        {
            way += "." + resource;
            if (!_spellings.TryGetValue(way, out Spelling? known))
            {
                _spellings.Add(way, new Spelling(resource, stated));
            }
            else if (known.Text != resource)
            {
                _hasDifferences = true;
                // In ordinal order, for the document's must not matter: that is the one with more words, whose capitals come first.
                if (stated == known.IsExplicit ? string.CompareOrdinal(resource, known.Text) < 0 : stated)
                    _spellings[way] = new Spelling(resource, stated);
            }
        }
    }

    private List<string> Normalize(IReadOnlyList<string> resources)
    {
        string way = "";
        List<string> spelled = new(resources.Count);
        foreach (string resource in resources)
        {
            way += "." + resource;
            spelled.Add(_spellings.TryGetValue(way, out Spelling? known) ? known.Text : resource);
        }

        return spelled;
    }

    private sealed record Spelling(string Text, bool IsExplicit);
}
