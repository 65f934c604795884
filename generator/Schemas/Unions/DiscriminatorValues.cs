using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>Finds the property whose value selects the case of a union, and the values of each case.</summary>
internal static class DiscriminatorValues
{
    /// <param name="discriminator">The document's own; null where it has none.</param>
    public static UnionPlan AssignTo(List<UnionCase> cases, OpenApiDiscriminator? discriminator, SchemaResolver schemas)
    {
        if (discriminator?.PropertyName is { Length: > 0 })
            return AssignExplicit(cases, discriminator, schemas);
        List<UnionCase> objects = [.. cases.Where(c => c.Resolved.Properties.Count > 0)];
        return objects.Count >= 2 && FindImplicitProperty(objects, schemas) is { } property
            ? AssignImplicit(cases, objects, property, schemas)
            : new UnionPlan(cases);
    }

    /// <summary>True where a reader can compare the value: a string, number or boolean.</summary>
    public static bool CanDiscriminate(JsonValue value) =>
        value.GetValueKind() is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number;

    /// <summary>
    /// The key of a mapping as JSON writes it, if the property is a boolean or number: Python's documents have <c>True</c>.
    /// </summary>
    private static string NormalizeKey(string key, ResolvedSchema schema, string property, SchemaResolver schemas)
    {
        if (!schema.Properties.TryGetValue(property, out SchemaIntersection? propertySchema))
            return key;
        return schemas.Resolve(propertySchema).Types switch
        {
            JsonSchemaType.Boolean => key.ToLowerInvariant(),
            JsonSchemaType.Integer
            or JsonSchemaType.Number when decimal.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) =>
                number.ToString("0.############################", CultureInfo.InvariantCulture),
            _ => key,
        };
    }

    private static UnionPlan AssignExplicit(List<UnionCase> cases, OpenApiDiscriminator discriminator, SchemaResolver schemas)
    {
        string property = discriminator.PropertyName!;
        List<UnionCase> assigned = [.. cases.Select(c => ResolveValues(c, property, discriminator, schemas))];
        MarkBase(assigned, property, discriminator);
        HashSet<string> shared = new(
            assigned
                .SelectMany(c => c.DiscriminatorValues)
                .GroupBy(v => v, StringComparer.Ordinal)
                .Where(g => g.Skip(1).Any())
                .Select(g => g.Key),
            StringComparer.Ordinal
        );
        return new UnionPlan(
            [.. assigned.Select(c => c with { IsDiscriminated = IsDiscriminated(c) })],
            DiscriminatorProperty: property,
            HasExplicitDiscriminator: true
        );

        // A document may give one value to two cases, or leave the property out of the required ones.
        bool IsDiscriminated(UnionCase unionCase) =>
            unionCase.DiscriminatorValues.Count > 0
            && !unionCase.IsBase
            && !unionCase.HasImplicitMapping
            && !unionCase.DiscriminatorValues.Any(shared.Contains)
            && (unionCase.Resolved.Required.Contains(property) || !unionCase.Resolved.Properties.ContainsKey(property));
    }

    /// <summary>
    /// Marks the only case that the mapping does not name and that does not have the property: ASP.NET Core writes a base that is not
    /// abstract so, and its values come without a discriminator.
    /// </summary>
    private static void MarkBase(List<UnionCase> cases, string property, OpenApiDiscriminator discriminator)
    {
        if (discriminator.Mapping is not { Count: > 0 } || cases.Exists(c => c.IsBase))
            return;
        List<UnionCase> unnamed =
        [
            .. cases.Where(c =>
                c is { JsonType: JsonSchemaType.Object, HasImplicitMapping: true } && !c.Resolved.Properties.ContainsKey(property)
            ),
        ];
        if (unnamed.Count == 1)
            cases[cases.IndexOf(unnamed[0])] = unnamed[0] with
            {
                IsBase = true,
                HasImplicitMapping = false,
                DiscriminatorValues = EquatableArray<string>.Empty,
            };
    }

    private static UnionPlan AssignImplicit(List<UnionCase> cases, List<UnionCase> objects, string property, SchemaResolver schemas)
    {
        bool selectsAlways = objects.TrueForAll(c =>
            c.Resolved.Required.Contains(property) && GetEnumValues(c.Resolved, property, schemas).Count > 0
        );
        return new UnionPlan([.. cases.Select(Assign)], DiscriminatorProperty: property);

        UnionCase Assign(UnionCase unionCase)
        {
            EquatableArray<string> values = GetEnumValues(unionCase.Resolved, property, schemas).ToEquatable();
            return unionCase with { DiscriminatorValues = values, IsDiscriminated = selectsAlways && values.Count > 0 };
        }
    }

    /// <summary>
    /// Assigns the values of the mapping, else the enum of the case's own property. Without these, the value is the name of the component
    /// by the specification, or the default of the property. Some documents have other values, so that is an implicit mapping.
    /// </summary>
    private static UnionCase ResolveValues(UnionCase unionCase, string property, OpenApiDiscriminator discriminator, SchemaResolver schemas)
    {
        if (unionCase.JsonType != JsonSchemaType.Object)
            return unionCase;
        List<string> components = [.. unionCase.Schema.Schemas.Select(s => s.ComponentId).OfType<string>()];
        List<string> values = [];
        foreach (
            KeyValuePair<string, OpenApiSchemaReference> entry in discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()
        )
        {
            if (entry.Value.Reference.Id is { } id && components.Contains(id))
                values.Add(NormalizeKey(entry.Key, unionCase.Resolved, property, schemas));
        }

        if (values.Count == 0)
            values = GetVendorValues(unionCase);
        if (values.Count == 0)
            values = GetEnumValues(unionCase.Resolved, property, schemas);
        bool isImplicit = values.Count == 0 && !unionCase.IsBase;
        if (isImplicit)
            values = [.. components, .. GetDefaultValue(unionCase.Resolved, property, schemas)];
        return unionCase with
        {
            DiscriminatorValues = values.Distinct(StringComparer.Ordinal).OrderBy(v => v, StringComparer.Ordinal).ToEquatable(),
            HasImplicitMapping = isImplicit,
        };
    }

    /// <summary>The value that Azure's documents give a subtype.</summary>
    private static List<string> GetVendorValues(UnionCase unionCase) =>
        [
            .. unionCase
                .Schema.Schemas.Select(s => s.Target.Schema.Extensions)
                .Select(e => e is not null && e.TryGetValue("x-ms-discriminator-value", out IOpenApiExtension? value) ? value : null)
                .OfType<JsonNodeExtension>()
                .Select(e => e.Node.AsString())
                .OfType<string>(),
        ];

    private static IEnumerable<string> GetDefaultValue(ResolvedSchema schema, string property, SchemaResolver schemas) =>
        schema.Properties.TryGetValue(property, out SchemaIntersection? propertySchema)
        && schemas.Resolve(propertySchema).Default is JsonValue value
        && CanDiscriminate(value)
            ? [value.ToPlainText()]
            : [];

    /// <summary>
    /// Finds a property with an enum that no two cases have a value of in common: of several, the one that most cases have, and of those
    /// the one that most cases require.
    /// </summary>
    private static string? FindImplicitProperty(List<UnionCase> objects, SchemaResolver schemas)
    {
        string? best = null;
        (int Having, int Requiring) bestCounts = (1, 0);
        foreach (
            string property in objects
                .SelectMany(c => c.Resolved.PropertyOrder)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(p => p, StringComparer.Ordinal)
        )
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            int having = 0;
            int requiring = 0;
            bool areDisjoint = true;
            foreach (UnionCase unionCase in objects)
            {
                List<string> values = GetEnumValues(unionCase.Resolved, property, schemas);
                if (values.Count == 0)
                    continue;
                having++;
                requiring += unionCase.Resolved.Required.Contains(property) ? 1 : 0;
                foreach (string value in values)
                    areDisjoint &= seen.Add(value);
            }

            if (areDisjoint && (having, requiring).CompareTo(bestCounts) > 0)
                (best, bestCounts) = (property, (having, requiring));
        }

        return best;
    }

    /// <summary>The enum of the property; empty where it has none, or one that does not select a case.</summary>
    private static List<string> GetEnumValues(ResolvedSchema schema, string property, SchemaResolver schemas)
    {
        if (!schema.Properties.TryGetValue(property, out SchemaIntersection? propertySchema))
            return [];
        return schemas.Resolve(propertySchema).Enum is { } values && values.TrueForAll(v => v is JsonValue value && CanDiscriminate(value))
            ? [.. values.Select(v => v!.ToPlainText()).Distinct(StringComparer.Ordinal)]
            : [];
    }
}
