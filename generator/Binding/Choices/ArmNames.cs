using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;

namespace CfGen.Generator.Binding.Choices;

/// <summary>
/// Names for the inline objects of a choice, after what is theirs alone: title, the value that tells them, a required property,
/// any property. Only where nothing is, the place counts.
/// </summary>
internal sealed class ArmNames
{
    private readonly IReadOnlyList<Alternative> _all;
    private readonly Dictionary<Alternative, string> _names = [];

    public ArmNames(ChoicePlan plan, ShapeResolver shapes)
    {
        _all = plan.Arms;
        List<Alternative> open = [.. plan.Arms];
        Give(open, a => [a.Shape.Title]);
        // A number or a boolean says nothing of what it stands for.
        Give(open, a => a.Tags.Count == 1 && a.Tags[0] is not ("true" or "false") && a.Tags[0].Any(char.IsLetter) ? [a.Tags[0]] : []);
        Give(open, a => a.Shape.PropertyOrder.Where(p => a.Shape.Required.Contains(p) && !shapes.Resolve(a.Shape.Properties[p]).ReadOnly));
        Give(open, a => a.Shape.PropertyOrder);
        foreach (Alternative alternative in open)
            _names[alternative] = "Variant" + (plan.Arms.ToList().IndexOf(alternative) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Of(Alternative alternative) => _names[alternative];

    private void Give(List<Alternative> open, Func<Alternative, IEnumerable<string>> words)
    {
        // Of all arms, those that have a name already too: what they share is nobody's.
        Dictionary<string, int> said = new(StringComparer.OrdinalIgnoreCase);
        List<(Alternative Alternative, List<string> Words)> all = [.. _all.Select(a => (a, words(a).Select(Words.Pascal).Where(w => w.Length is > 0 and <= 40).Distinct(StringComparer.OrdinalIgnoreCase).ToList()))];
        foreach (string word in all.SelectMany(a => a.Words))
            said[word] = said.TryGetValue(word, out int times) ? times + 1 : 1;
        foreach ((Alternative alternative, List<string> own) in all.Where(a => open.Contains(a.Alternative)))
        {
            if (own.Find(w => said[w] == 1 && !_names.ContainsValue(w)) is not { } name)
                continue;
            _names[alternative] = name;
            open.Remove(alternative);
        }
    }
}
