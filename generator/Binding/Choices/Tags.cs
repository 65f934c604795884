using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Choices;

/// <summary>Finds the property whose value tells the object arms of a choice apart.</summary>
internal static class Tags
{
    public static ChoicePlan Add(List<Alternative> arms, OpenApiDiscriminator? discriminator, ShapeResolver shapes)
    {
        List<Alternative> objects = [.. arms.Where(a => a.Shape.Properties.Count > 0)];
        if (discriminator?.PropertyName is { Length: > 0 } stated)
        {
            List<Alternative> named = [.. arms.Select(a => Name(a, stated, discriminator, shapes))];
            HashSet<string> shared = new(named.SelectMany(a => a.Tags).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key), StringComparer.Ordinal);
            // A document may name two alternatives alike, or leave the property out of what one demands.
            return new ChoicePlan(
                [.. named.Select(a => a with { IsTold = a.Tags.Count > 0 && !a.IsGuess && !a.Tags.Any(shared.Contains) && (a.Shape.Required.Contains(stated) || !a.Shape.Properties.ContainsKey(stated)) })],
                TagName: stated,
                IsStated: true);
        }

        if (objects.Count < 2 || Find(objects, shapes) is not { } tag)
            return new ChoicePlan(arms);
        List<Alternative> tagged = [.. arms.Select(a => a with { Tags = Values(a.Shape, tag, shapes).ToEquatable() })];
        bool decides = objects.TrueForAll(a => a.Shape.Required.Contains(tag) && Values(a.Shape, tag, shapes).Count > 0);
        return new ChoicePlan([.. tagged.Select(a => a with { IsTold = decides && a.Tags.Count > 0 })], TagName: tag);
    }

    /// <summary>
    /// With the values of the discriminator: mapped, else listed by the arm itself. Else by rule it is the name of the component, and
    /// where the arm's own property says what it is without being told, that; of the documents that leave it at this some have
    /// other values, so it is a guess.
    /// </summary>
    private static Alternative Name(Alternative arm, string property, OpenApiDiscriminator discriminator, ShapeResolver shapes)
    {
        if (arm.Kind != JsonSchemaType.Object)
            return arm;
        List<string> components = [.. arm.Conjunction.Parts.Select(p => p.ComponentId).OfType<string>()];
        List<string> values = [];
        foreach (KeyValuePair<string, OpenApiSchemaReference> entry in discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
        {
            if (entry.Value.Reference.Id is { } id && components.Contains(id))
                values.Add(entry.Key);
        }

        if (values.Count == 0)
            values = Values(arm.Shape, property, shapes);
        bool isGuess = values.Count == 0;
        if (isGuess)
            values = [.. components, .. Default(arm.Shape, property, shapes)];
        return arm with { Tags = values.Distinct(StringComparer.Ordinal).OrderBy(v => v, StringComparer.Ordinal).ToEquatable(), IsGuess = isGuess };
    }

    private static IEnumerable<string> Default(Shape arm, string property, ShapeResolver shapes) =>
        arm.Properties.TryGetValue(property, out Conjunction? conjunction) && shapes.Resolve(conjunction).Default is JsonValue value && CanTell(value) ? [value.PlainText()] : [];

    /// <summary>The property that lists other values in each arm that has it: of several the one that most arms have and demand.</summary>
    private static string? Find(List<Alternative> objects, ShapeResolver shapes)
    {
        string? best = null;
        (int Having, int Demanding) reach = (1, 0);
        foreach (string property in objects.SelectMany(a => a.Shape.PropertyOrder).Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal))
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            int having = 0;
            int demanding = 0;
            bool disjoint = true;
            foreach (Alternative arm in objects)
            {
                List<string> values = Values(arm.Shape, property, shapes);
                if (values.Count == 0)
                    continue;
                having++;
                demanding += arm.Shape.Required.Contains(property) ? 1 : 0;
                foreach (string value in values)
                    disjoint &= seen.Add(value);
            }

            if (disjoint && (having, demanding).CompareTo(reach) > 0)
                (best, reach) = (property, (having, demanding));
        }

        return best;
    }

    /// <summary>Whether a reader can find the value by the text that it has in JSON: a fraction may be written in several ways.</summary>
    public static bool CanTell(JsonValue value) => value.GetValueKind() is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False || value.IsWhole();

    private static List<string> Values(Shape arm, string property, ShapeResolver shapes)
    {
        if (!arm.Properties.TryGetValue(property, out Conjunction? conjunction))
            return [];
        Shape shape = shapes.Resolve(conjunction);
        return shape.Enum is { } values && values.TrueForAll(v => v is JsonValue value && CanTell(value))
            ? [.. values.Select(v => v!.PlainText()).Distinct(StringComparer.Ordinal)]
            : [];
    }
}
