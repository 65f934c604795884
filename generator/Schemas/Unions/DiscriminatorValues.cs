using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>Finds the property whose value tells the object arms of a choice apart.</summary>
internal static class DiscriminatorValues
{
    public static UnionPlan AssignTo(List<UnionCase> arms, OpenApiDiscriminator? discriminator, SchemaResolver shapes)
    {
        List<UnionCase> objects = [.. arms.Where(a => a.Resolved.Properties.Count > 0)];
        if (discriminator?.PropertyName is { Length: > 0 } stated)
        {
            List<UnionCase> named = [.. arms.Select(a => ResolveValues(a, stated, discriminator, shapes))];
            HashSet<string> shared = new(
                named
                    .SelectMany(a => a.DiscriminatorValues)
                    .GroupBy(t => t, StringComparer.Ordinal)
                    .Where(g => g.Skip(1).Any())
                    .Select(g => g.Key),
                StringComparer.Ordinal
            );
            // A document may name two alternatives alike, or leave the property out of what one demands.
            return new UnionPlan(
                [
                    .. named.Select(a =>
                        a with
                        {
                            IsDiscriminated =
                                a.DiscriminatorValues.Count > 0
                                && !a.HasImplicitMapping
                                && !a.DiscriminatorValues.Any(shared.Contains)
                                && (a.Resolved.Required.Contains(stated) || !a.Resolved.Properties.ContainsKey(stated)),
                        }
                    ),
                ],
                DiscriminatorProperty: stated,
                HasExplicitDiscriminator: true
            );
        }

        if (objects.Count < 2 || FindImplicitProperty(objects, shapes) is not { } tag)
            return new UnionPlan(arms);
        List<UnionCase> tagged =
        [
            .. arms.Select(a => a with { DiscriminatorValues = GetEnumValues(a.Resolved, tag, shapes).ToEquatable() }),
        ];
        bool decides = objects.TrueForAll(a => a.Resolved.Required.Contains(tag) && GetEnumValues(a.Resolved, tag, shapes).Count > 0);
        return new UnionPlan(
            [.. tagged.Select(a => a with { IsDiscriminated = decides && a.DiscriminatorValues.Count > 0 })],
            DiscriminatorProperty: tag
        );
    }

    /// <summary>
    /// With the values of the discriminator: mapped, else listed by the arm itself. Else by rule it is the name of the component, and
    /// where the arm's own property says what it is without being told, that; of the documents that leave it at this some have
    /// other values, so it is a guess.
    /// </summary>
    private static UnionCase ResolveValues(UnionCase arm, string property, OpenApiDiscriminator discriminator, SchemaResolver shapes)
    {
        if (arm.JsonType != JsonSchemaType.Object)
            return arm;
        List<string> components = [.. arm.Schema.Schemas.Select(p => p.ComponentId).OfType<string>()];
        List<string> values = [];
        foreach (
            KeyValuePair<string, OpenApiSchemaReference> entry in discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()
        )
        {
            if (entry.Value.Reference.Id is { } id && components.Contains(id))
                values.Add(entry.Key);
        }

        if (values.Count == 0)
            values = GetEnumValues(arm.Resolved, property, shapes);
        bool isGuess = values.Count == 0;
        if (isGuess)
            values = [.. components, .. GetDefaultValue(arm.Resolved, property, shapes)];
        return arm with
        {
            DiscriminatorValues = values.Distinct(StringComparer.Ordinal).OrderBy(v => v, StringComparer.Ordinal).ToEquatable(),
            HasImplicitMapping = isGuess,
        };
    }

    private static IEnumerable<string> GetDefaultValue(ResolvedSchema arm, string property, SchemaResolver shapes) =>
        arm.Properties.TryGetValue(property, out SchemaIntersection? conjunction)
        && shapes.Resolve(conjunction).Default is JsonValue value
        && CanDiscriminate(value)
            ? [value.ToPlainText()]
            : [];

    /// <summary>The property that lists other values in each arm that has it: of several the one that most arms have and demand.</summary>
    private static string? FindImplicitProperty(List<UnionCase> objects, SchemaResolver shapes)
    {
        string? best = null;
        (int Having, int Demanding) reach = (1, 0);
        foreach (
            string property in objects
                .SelectMany(a => a.Resolved.PropertyOrder)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(p => p, StringComparer.Ordinal)
        )
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            int having = 0;
            int demanding = 0;
            bool disjoint = true;
            foreach (UnionCase arm in objects)
            {
                List<string> values = GetEnumValues(arm.Resolved, property, shapes);
                if (values.Count == 0)
                    continue;
                having++;
                demanding += arm.Resolved.Required.Contains(property) ? 1 : 0;
                foreach (string value in values)
                    disjoint &= seen.Add(value);
            }

            if (disjoint && (having, demanding).CompareTo(reach) > 0)
                (best, reach) = (property, (having, demanding));
        }

        return best;
    }

    /// <summary>Whether a reader can find the value by the text that it has in JSON: a fraction may be written in several ways.</summary>
    public static bool CanDiscriminate(JsonValue value) =>
        value.GetValueKind() is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False || value.IsInteger();

    private static List<string> GetEnumValues(ResolvedSchema arm, string property, SchemaResolver shapes)
    {
        if (!arm.Properties.TryGetValue(property, out SchemaIntersection? conjunction))
            return [];
        ResolvedSchema shape = shapes.Resolve(conjunction);
        return shape.Enum is { } values && values.TrueForAll(v => v is JsonValue value && CanDiscriminate(value))
            ? [.. values.Select(v => v!.ToPlainText()).Distinct(StringComparer.Ordinal)]
            : [];
    }
}
