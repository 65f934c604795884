namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>
/// One spelling of each resource: a tag may say <c>NodeBalancers</c> where a path says <c>nodebalancers</c>, and two resources that
/// differ by case only would be two classes of one name.
/// </summary>
internal sealed class ResourceSpellings
{
    // By the way to the resource, whatever its case.
    private readonly Dictionary<string, Spelling> _known = new(StringComparer.OrdinalIgnoreCase);

    // Whether two spellings were seen: where not, nothing has to be spelled anew.
    private bool _differ;

    /// <summary>Of a name that the document or the file states: no derived one changes it.</summary>
    public void AddStated(IReadOnlyList<string> resources) => Add(resources, true);

    public void Add(IReadOnlyList<string> resources) => Add(resources, false);

    public DerivedName Spell(DerivedName name) => !_differ ? name : name with
    {
        Name = name.Name with { Resources = Spell(name.Name.Resources) },
        Versioned = name.Versioned is { } versioned ? Spell(versioned) : null,
    };

    private void Add(IReadOnlyList<string> resources, bool stated)
    {
        string way = "";
        foreach (string resource in resources)
        {
            way += "." + resource;
            if (!_known.TryGetValue(way, out Spelling? known))
            {
                _known.Add(way, new Spelling(resource, stated));
            }
            else if (known.Text != resource)
            {
                _differ = true;
                // In ordinal order, for the document's must not matter: that is the one with more words, whose capitals come first.
                if (stated == known.Stated ? string.CompareOrdinal(resource, known.Text) < 0 : stated)
                    _known[way] = new Spelling(resource, stated);
            }
        }
    }

    private List<string> Spell(IReadOnlyList<string> resources)
    {
        string way = "";
        List<string> spelled = new(resources.Count);
        foreach (string resource in resources)
        {
            way += "." + resource;
            spelled.Add(_known.TryGetValue(way, out Spelling? known) ? known.Text : resource);
        }

        return spelled;
    }

    private sealed record Spelling(string Text, bool Stated);
}
