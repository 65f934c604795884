using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Naming;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// The names of the inline cases of a union. A case is named after something that no other case has: its title, its discriminator value, a
/// constant, a required property, or any property, a component that it extends, its only value, or its kind of JSON. A case without any of
/// these is named after its position.
/// </summary>
internal sealed class UnionCaseNames
{
    private const int MaxLength = 40;
    private const int MaxTitleWords = 4;

    private readonly IReadOnlyList<UnionCase> _cases;
    private readonly Dictionary<UnionCase, string> _names = [];

    public UnionCaseNames(UnionPlan plan, SchemaResolver schemas)
    {
        _cases = plan.Cases;
        List<UnionCase> unnamed = [.. plan.Cases];
        AssignUnique(unnamed, c => [c.Resolved.Title]);
        AssignUnique(unnamed, GetDiscriminatorName);
        AssignUnique(unnamed, c => GetRequired(c, schemas).SelectMany(p => GetOnlyValue(schemas.Resolve(c.Resolved.Properties[p]))));
        AssignUnique(unnamed, c => GetRequired(c, schemas));
        AssignUnique(unnamed, c => c.Resolved.PropertyOrder);
        AssignUnique(unnamed, c => c.Schema.Schemas.Reverse().SelectMany(GetComponents));
        AssignUnique(unnamed, c => GetOnlyValue(c.Resolved));
        AssignUnique(unnamed, c => [string.Join(" ", c.Schema.Schemas.Select(s => s.Target.Schema.Title))]);
        AssignUnique(unnamed, c => c.Schema.Schemas.SelectMany(GetShortDescriptions));
        AssignUnique(unnamed, c => [c.Resolved.Items is { } items ? schemas.Resolve(items).Title : ""]);
        AssignUnique(unnamed, c => [GetKindName(c)]);
        foreach (UnionCase unionCase in unnamed)
            _names[unionCase] = "Variant" + (plan.Cases.ToList().IndexOf(unionCase) + 1).ToString(CultureInfo.InvariantCulture);
    }

    public string GetName(UnionCase unionCase) => _names[unionCase];

    // A number or a boolean does not name anything.
    private static IEnumerable<string> GetDiscriminatorName(UnionCase unionCase) =>
        unionCase.DiscriminatorValues is [not ("true" or "false") and { } value] && value.Any(char.IsLetter) ? [value] : [];

    private static IEnumerable<string> GetRequired(UnionCase unionCase, SchemaResolver schemas) =>
        unionCase.Resolved.PropertyOrder.Where(p =>
            unionCase.Resolved.Required.Contains(p) && !schemas.Resolve(unionCase.Resolved.Properties[p]).IsReadOnly
        );

    /// <summary>The text that a value always is.</summary>
    private static IEnumerable<string> GetOnlyValue(ResolvedSchema schema) =>
        schema.Enum is [JsonValue value] && value.TryGetValue(out string? text)
            ? text.Length == 0
                ? ["Empty"]
                : text.Any(char.IsLetter)
                    ? [text]
                    : []
            : [];

    /// <summary>The components that a case consists of, the last one first.</summary>
    private static IEnumerable<string> GetComponents(LocatedSchema schema) =>
        schema.ComponentId is { } id ? [id]
        : schema.Schema.AllOf is { Count: > 0 } ? schema.RequiredSchemas.Select(s => s.ComponentId).OfType<string>().Reverse()
        : [];

    /// <summary>The descriptions that are as short as a title.</summary>
    private static IEnumerable<string> GetShortDescriptions(LocatedSchema schema) =>
        (schema.Schema.AllOf ?? [])
            .Select(s => s.Description)
            .Append(schema.Schema.Description)
            .Where(d => d is { Length: > 0 and <= MaxLength } && Words.Split(d).Count <= MaxTitleWords)
            .Select(d => d!);

    /// <summary>The kind of JSON. The case of a list names the elements of it.</summary>
    private static string GetKindName(UnionCase unionCase) =>
        unionCase.JsonType switch
        {
            JsonSchemaType.Array => unionCase.Resolved.IsTuple ? "Tuple" : "Item",
            JsonSchemaType.Object => unionCase.Resolved.AdditionalProperties is null ? "Object" : "Map",
            JsonSchemaType.Boolean => "Boolean",
            JsonSchemaType.String => "String",
            _ => "Number",
        };

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
