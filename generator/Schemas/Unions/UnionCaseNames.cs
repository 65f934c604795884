using CfGen.Generator.Naming;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// Names for the inline objects of a choice, after what is theirs alone: title, the value that tells them, a required property,
/// any property. Only where nothing is, the place counts.
/// </summary>
internal sealed class UnionCaseNames
{
    private readonly IReadOnlyList<UnionCase> _cases;
    private readonly Dictionary<UnionCase, string> _names = [];

    public UnionCaseNames(UnionPlan plan, SchemaResolver shapes)
    {
        _cases = plan.Cases;
        List<UnionCase> open = [.. plan.Cases];
        AssignUnique(open, a => [a.Resolved.Title]);
        // A number or a boolean says nothing of what it stands for.
        AssignUnique(
            open,
            a =>
                a.DiscriminatorValues.Count == 1
                && a.DiscriminatorValues[0] is not ("true" or "false")
                && a.DiscriminatorValues[0].Any(char.IsLetter)
                    ? [a.DiscriminatorValues[0]]
                    : []
        );
        AssignUnique(
            open,
            a =>
                a.Resolved.PropertyOrder.Where(p => a.Resolved.Required.Contains(p) && !shapes.Resolve(a.Resolved.Properties[p]).IsReadOnly)
        );
        AssignUnique(open, a => a.Resolved.PropertyOrder);
        foreach (UnionCase alternative in open)
            _names[alternative] =
                "Variant" + (plan.Cases.ToList().IndexOf(alternative) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public string GetName(UnionCase alternative) => _names[alternative];

    private void AssignUnique(List<UnionCase> open, Func<UnionCase, IEnumerable<string>> words)
    {
        // Of all arms, those that have a name already too: what they share is nobody's.
        Dictionary<string, int> said = new(StringComparer.OrdinalIgnoreCase);
        List<(UnionCase Alternative, List<string> Words)> all =
        [
            .. _cases.Select(a =>
                (
                    a,
                    words(a)
                        .Select(Words.ToPascalCase)
                        .Where(w => w.Length is > 0 and <= 40)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .ToList()
                )
            ),
        ];
        foreach (string word in all.SelectMany(a => a.Words))
            said[word] = said.TryGetValue(word, out int times) ? times + 1 : 1;
        foreach ((UnionCase alternative, List<string> own) in all.Where(a => open.Contains(a.Alternative)))
        {
            if (own.Find(w => said[w] == 1 && !_names.ContainsValue(w)) is not { } name)
                continue;
            _names[alternative] = name;
            open.Remove(alternative);
        }
    }
}
