using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of the rules of values.</summary>
internal static class RuleMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. Create("max-length", "maxLength", "string", 1, 100000),
        .. Create("min-length", "minLength", "string", 9, 0),
        .. Create("max", "maximum", "integer", 3, 1000000),
        .. Create("min", "minimum", "integer", 2, -1000000),
        .. Create("exclusive-max", "exclusiveMaximum", "number", 3, 1000000),
        .. Create("max-items", "maxItems", "array", 2, 10000),
        .. Create("min-items", "minItems", "array", 2, 0),
        Mutation.At("pattern-added", r => OfType(r, "string").Where(s => !s.ContainsKey("format")), (s, _) => s["pattern"] = "^[a-z]+$"),
        Mutation.At("pattern-removed", r => Schemas(r).Where(s => s.ContainsKey("pattern")), (s, _) => s.Remove("pattern")),
        Mutation.At("unique-items-added", r => OfType(r, "array"), (s, _) => s["uniqueItems"] = true),
        Mutation.At("multiple-of-added", r => OfType(r, "integer"), (s, _) => s["multipleOf"] = 5),
    ];

    private static IEnumerable<Mutation> Create(string name, string keyword, string type, int narrow, int wide) =>
        [
            Mutation.At($"{name}-narrowed", r => OfType(r, type), (s, _) => s[keyword] = narrow),
            Mutation.At($"{name}-widened", r => OfType(r, type).Where(s => s.ContainsKey(keyword)), (s, _) => s[keyword] = wide),
            Mutation.At($"{name}-removed", r => OfType(r, type).Where(s => s.ContainsKey(keyword)), (s, _) => s.Remove(keyword)),
        ];

    private static IEnumerable<JsonObject> OfType(JsonObject root, string type) =>
        Schemas(root)
            .Where(s => s["type"] is JsonValue value && value.TryGetValue(out string? text) && text == type && !s.ContainsKey("enum"));
}
