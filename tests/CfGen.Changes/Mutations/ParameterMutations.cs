using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of parameters.</summary>
internal static class ParameterMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Mutation.At("request-parameter-removed", Free, (p, _) => p.Parent!.AsArray().Remove(p)),
        Mutation.At("new-required-request-parameter", r => Operations(r), (o, _) => Add(o.Operation, "added", required: true)),
        Mutation.At("new-optional-request-parameter", r => Operations(r), (o, _) => Add(o.Operation, "added", required: false)),
        Mutation.At("new-request-header", r => Operations(r), (o, _) => Add(o.Operation, "X-Added", required: false, location: "header")),
        Mutation.At("request-parameter-became-required", r => Free(r).Where(p => !IsRequired(p)), (p, _) => p["required"] = true),
        Mutation.At("request-parameter-became-optional", r => Free(r).Where(IsRequired), (p, _) => p.Remove("required")),
        Mutation.At("request-parameter-renamed", Free, (p, _) => p["name"] = "other_" + (string?)p["name"]),
        Mutation.At("request-parameter-in-changed", Free, (p, _) => p["in"] = (string?)p["in"] == "query" ? "header" : "query"),
        Mutation.At("request-parameter-type-changed", r => Scalars(r), (s, random) => ChangeType(s, random)),
        Mutation.At(
            "request-parameter-enum-added",
            r => Scalars(r).Where(s => (string?)s["type"] == "string"),
            (s, _) => s["enum"] = new JsonArray("one", "two")
        ),
        Mutation.At("request-parameter-default-changed", r => Scalars(r).Where(IsText), (s, _) => s["default"] = "other"),
        Mutation.At("request-parameter-max-length-decreased", r => Scalars(r).Where(IsText), (s, _) => s["maxLength"] = 1),
        Mutation.At("request-parameter-max-length-increased", r => Scalars(r).Where(IsText), (s, _) => s["maxLength"] = 100000),
        Mutation.At("request-parameter-pattern-added", r => Scalars(r).Where(IsText), (s, _) => s["pattern"] = "^a+$"),
        Mutation.At("request-parameter-format-added", r => Scalars(r).Where(IsText), (s, _) => s["format"] = "date"),
        Mutation.At("request-parameter-became-list", r => Scalars(r), (s, _) => Wrap(s)),
        Mutation.At("request-parameter-deprecated", r => Parameters(r), (p, _) => p["deprecated"] = true),
        Mutation.At(
            "request-parameter-style-changed",
            r => Parameters(r).Where(p => (string?)p["in"] == "query"),
            (p, _) => p["explode"] = false
        ),
        Mutation.At(
            "request-parameters-reordered",
            r => Operations(r).Select(o => o.Operation["parameters"]).OfType<JsonArray>().Where(a => a.Count > 1),
            (a, _) =>
            {
                List<JsonNode?> items = [.. a.Reverse()];
                a.Clear();
                items.ForEach(a.Add);
            }
        ),
        Mutation.At("request-parameter-description-changed", r => Parameters(r), (p, _) => p["description"] = "Another text."),
        new("paging-parameter-removed", RemovePaging),
    ];

    private static IEnumerable<JsonObject> Free(JsonObject root) =>
        Parameters(root).Where(p => (string?)p["in"] is "query" or "header" && p.Parent is JsonArray);

    private static IEnumerable<JsonObject> Scalars(JsonObject root) =>
        Parameters(root)
            .Select(p => p["schema"])
            .OfType<JsonObject>()
            .Where(s =>
                (s["type"] as JsonValue)?.TryGetValue(out string? type) == true && type is "string" or "integer" or "number" or "boolean"
            );

    private static bool IsText(JsonObject schema) =>
        (string?)schema["type"] == "string" && !schema.ContainsKey("format") && !schema.ContainsKey("enum");

    private static bool IsRequired(JsonObject parameter) => (bool?)parameter["required"] == true;

    private static void Add(JsonObject operation, string name, bool required, string location = "query")
    {
        if (operation["parameters"] is not JsonArray parameters)
            operation["parameters"] = parameters = [];
        parameters.Add(
            (JsonNode)
                new JsonObject
                {
                    ["name"] = name,
                    ["in"] = location,
                    ["required"] = required,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }
        );
    }

    public static void ChangeType(JsonObject schema, Random random)
    {
        string[] types = ["string", "integer", "boolean", "number"];
        string old = (string)schema["type"]!;
        string[] others = [.. types.Where(t => t != old)];
        foreach (string key in schema.Select(p => p.Key).ToList())
        {
            if (key is not ("description" or "nullable" or "readOnly" or "writeOnly"))
                schema.Remove(key);
        }

        schema["type"] = others[random.Next(others.Length)];
    }

    public static void Wrap(JsonObject schema)
    {
        JsonObject items = (JsonObject)schema.DeepClone();
        schema.Clear();
        schema["type"] = "array";
        schema["items"] = items;
    }

    private static bool RemovePaging(JsonObject root, Random random)
    {
        JsonObject? parameter = Free(root).FirstOrDefault(p => (string?)p["name"] is "cursor" or "page" or "offset" or "after");
        parameter?.Parent!.AsArray().Remove(parameter);
        return parameter is not null;
    }
}
