using System.Globalization;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// The names of the inline cases of a union. A case is named after something that no other case has: its title, its discriminator value, a
/// required property, or any property. A case without any of these is named after its position.
/// </summary>
internal sealed class UnionCaseNames
{
    private const int MaxLength = 40;

    private readonly IReadOnlyList<UnionCase> _cases;
    private readonly Dictionary<UnionCase, string> _names = [];

    public UnionCaseNames(UnionPlan plan, SchemaResolver schemas)
    {
        _cases = plan.Cases;
        List<UnionCase> unnamed = [.. plan.Cases];
        AssignUnique(unnamed, c => [c.Resolved.Title]);
        AssignUnique(unnamed, GetDiscriminatorName);
        AssignUnique(
            unnamed,
            c =>
                c.Resolved.PropertyOrder.Where(p =>
                    c.Resolved.Required.Contains(p) && !schemas.Resolve(c.Resolved.Properties[p]).IsReadOnly
                )
        );
        AssignUnique(unnamed, c => c.Resolved.PropertyOrder);
        foreach (UnionCase unionCase in unnamed)
            _names[unionCase] = "Variant" + (plan.Cases.ToList().IndexOf(unionCase) + 1).ToString(CultureInfo.InvariantCulture);
    }

    public string GetName(UnionCase unionCase) => _names[unionCase];

    // A number or a boolean does not name anything.
    private static IEnumerable<string> GetDiscriminatorName(UnionCase unionCase) =>
        unionCase.DiscriminatorValues is [not ("true" or "false") and { } value] && value.Any(char.IsLetter) ? [value] : [];

    /// <summary>Names cases after the first of their candidates that no other case has, named or not.</summary>
    private void AssignUnique(List<UnionCase> unnamed, Func<UnionCase, IEnumerable<string>> getCandidates)
    {
        List<(UnionCase Case, List<string> Candidates)> all =
        [
            .. _cases.Select(c =>
                (
                    c,
                    getCandidates(c)
                        .Select(Words.ToPascalCase)
                        .Where(w => w.Length is > 0 and <= MaxLength)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .ToList()
                )
            ),
        ];
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string candidate in all.SelectMany(c => c.Candidates))
            counts[candidate] = counts.TryGetValue(candidate, out int count) ? count + 1 : 1;
        foreach ((UnionCase unionCase, List<string> candidates) in all.Where(c => unnamed.Contains(c.Case)))
        {
            if (candidates.Find(c => counts[c] == 1 && !_names.ContainsValue(c)) is not { } name)
                continue;
            _names[unionCase] = name;
            unnamed.Remove(unionCase);
        }
    }
}
