using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of schemas and their properties.</summary>
internal static class SchemaMutations
{
    private static readonly string[] s_scalars = ["string", "integer", "number", "boolean"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        Mutation.At("property-removed", r => Properties(r), (p, _) => Remove(p)),
        Mutation.At("new-optional-property", Objects, (s, _) => Add(s, required: false)),
        Mutation.At("new-required-property", Objects, (s, _) => Add(s, required: true)),
        Mutation.At("property-renamed", r => Properties(r), (p, _) => Rename(p, p.Name + "_new")),
        Mutation.At("property-name-in-other-case", r => Properties(r), (p, _) => Rename(p, p.Name.ToUpperInvariant())),
        Mutation.At(
            "property-became-required",
            r => Properties(r).Where(p => !IsRequired(p.Schema, p.Name)),
            (p, _) => Require(p.Schema, p.Name)
        ),
        Mutation.At(
            "property-became-optional",
            r => Properties(r).Where(p => IsRequired(p.Schema, p.Name)),
            (p, _) => Unrequire(p.Schema, p.Name)
        ),
        Mutation.At("property-became-nullable", r => Scalars(r).Where(s => !s.ContainsKey("nullable")), (s, _) => SetNullable(s)),
        Mutation.At("property-became-not-nullable", r => Schemas(r).Where(IsNullable), (s, _) => ClearNullable(s)),
        Mutation.At("property-type-changed", Scalars, (s, random) => ParameterMutations.ChangeType(s, random)),
        Mutation.At("property-format-changed", r => Scalars(r).Where(s => s.ContainsKey("format")), (s, _) => s.Remove("format")),
        Mutation.At("property-became-list", Scalars, (s, _) => ParameterMutations.Wrap(s)),
        Mutation.At(
            "property-became-object",
            Scalars,
            (s, _) =>
            {
                s.Clear();
                s["type"] = "object";
                s["properties"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "string" } };
            }
        ),
        Mutation.At("property-became-read-only", r => Properties(r), (p, _) => p.Property["readOnly"] = true),
        Mutation.At("property-became-write-only", r => Properties(r), (p, _) => p.Property["writeOnly"] = true),
        Mutation.At("property-became-not-read-only", r => Schemas(r).Where(s => s.ContainsKey("readOnly")), (s, _) => s.Remove("readOnly")),
        Mutation.At(
            "property-deprecated",
            r => Properties(r).Where(p => !p.Property.ContainsKey("$ref")),
            (p, _) => p.Property["deprecated"] = true
        ),
        Mutation.At("property-default-changed", Texts, (s, _) => s["default"] = "other"),
        Mutation.At("property-constant-added", Texts, (s, _) => s["enum"] = new JsonArray("only")),
        Mutation.At(
            "enum-value-added",
            Enums,
            (e, _) => e.Add(e[0]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (JsonNode)99 : (JsonNode)"added")
        ),
        Mutation.At(
            "enum-value-inserted",
            r => Enums(r).Where(e => e[0]!.GetValueKind() == System.Text.Json.JsonValueKind.String),
            (e, _) => e.Insert(0, "first")
        ),
        Mutation.At("enum-value-removed", r => Enums(r).Where(e => e.Count > 1), (e, random) => e.RemoveAt(random.Next(e.Count))),
        Mutation.At(
            "enum-value-renamed",
            r => Enums(r).Where(e => e[0]!.GetValueKind() == System.Text.Json.JsonValueKind.String),
            (e, random) => e[random.Next(e.Count)] = "renamed"
        ),
        Mutation.At("enum-values-reordered", r => Enums(r).Where(e => e.Count > 1), (e, _) => Reverse(e)),
        Mutation.At("enum-became-open", r => Schemas(r).Where(s => s["enum"] is JsonArray { Count: > 1 }), (s, _) => s.Remove("enum")),
        Mutation.At("one-of-added", Unions, (u, _) => u.Add((JsonNode)new JsonObject { ["type"] = "boolean" })),
        Mutation.At("one-of-removed", r => Unions(r).Where(u => u.Count > 1), (u, random) => u.RemoveAt(random.Next(u.Count))),
        Mutation.At("one-of-reordered", r => Unions(r).Where(u => u.Count > 1), (u, _) => Reverse(u)),
        Mutation.At(
            "discriminator-removed",
            r => Schemas(r).Where(s => s.ContainsKey("discriminator")),
            (s, _) => s.Remove("discriminator")
        ),
        Mutation.At(
            "additional-properties-added",
            r => Objects(r).Where(s => !s.ContainsKey("additionalProperties")),
            (s, _) => s["additionalProperties"] = new JsonObject { ["type"] = "string" }
        ),
        Mutation.At(
            "additional-properties-removed",
            r => Schemas(r).Where(s => s.ContainsKey("additionalProperties") && s.ContainsKey("properties")),
            (s, _) => s.Remove("additionalProperties")
        ),
        Mutation.At(
            "map-value-changed",
            r => Schemas(r).Where(s => s["additionalProperties"] is JsonObject),
            (s, _) => s["additionalProperties"] = new JsonObject { ["type"] = "boolean" }
        ),
        Mutation.At(
            "list-item-changed",
            r => Schemas(r).Where(s => s["items"] is JsonObject),
            (s, _) => s["items"] = new JsonObject { ["type"] = "boolean" }
        ),
        Mutation.At(
            "list-item-became-nullable",
            r => Schemas(r).Select(s => s["items"]).OfType<JsonObject>().Where(s => s["type"] is JsonValue),
            (s, _) => SetNullable(s)
        ),
        Mutation.At("schema-renamed", Components, (c, _) => RenameComponent(c, c.Name + "Renamed")),
        Mutation.At(
            "schema-renamed-and-changed",
            r => Components(r).Where(c => c.Schema["properties"] is JsonObject),
            (c, _) =>
            {
                Add(c.Schema, required: false);
                RenameComponent(c, "Renamed" + c.Name);
            }
        ),
        Mutation.At(
            "schema-became-object",
            r => Components(r).Where(c => c.Schema["enum"] is JsonArray),
            (c, _) =>
            {
                c.Schema.Clear();
                c.Schema["type"] = "object";
                Add(c.Schema, required: true);
            }
        ),
        Mutation.At(
            "properties-reordered",
            r => Schemas(r).Select(s => s["properties"]).OfType<JsonObject>().Where(p => p.Count > 1),
            (p, _) =>
            {
                List<KeyValuePair<string, JsonNode?>> items = [.. p.Reverse()];
                p.Clear();
                items.ForEach(i => p.Add(i.Key, i.Value));
            }
        ),
        Mutation.At(
            "tuple-item-added",
            r => Schemas(r).Select(s => s["prefixItems"]).OfType<JsonArray>(),
            (t, _) => t.Add((JsonNode)new JsonObject { ["type"] = "boolean" })
        ),
        Mutation.At("property-description-changed", r => Schemas(r), (s, _) => s["description"] = "Another text."),
    ];

    private static IEnumerable<JsonObject> Objects(JsonObject root) => Schemas(root).Where(s => s["properties"] is JsonObject);

    private static IEnumerable<JsonObject> Scalars(JsonObject root) =>
        Properties(root)
            .Select(p => p.Property)
            .Where(p => p["type"] is JsonValue type && type.TryGetValue(out string? text) && s_scalars.Contains(text));

    private static IEnumerable<JsonObject> Texts(JsonObject root) =>
        Scalars(root).Where(s => (string?)s["type"] == "string" && !s.ContainsKey("format") && !s.ContainsKey("enum"));

    private static IEnumerable<JsonArray> Enums(JsonObject root) =>
        Schemas(root).Select(s => s["enum"]).OfType<JsonArray>().Where(e => e.Count > 0 && e.All(v => v is not null));

    private static IEnumerable<JsonArray> Unions(JsonObject root) =>
        Schemas(root).SelectMany(s => new[] { s["oneOf"], s["anyOf"] }).OfType<JsonArray>();

    private static IEnumerable<(string Name, JsonObject Schema)> Components(JsonObject root) =>
        root["components"]?["schemas"] is JsonObject schemas
            ? schemas.Where(s => s.Value is JsonObject).Select(s => (s.Key, (JsonObject)s.Value!))
            : [];

    private static void Remove((JsonObject Schema, string Name, JsonObject Property) property)
    {
        property.Schema["properties"]!.AsObject().Remove(property.Name);
        if (IsRequired(property.Schema, property.Name))
            Unrequire(property.Schema, property.Name);
    }

    private static void Rename((JsonObject Schema, string Name, JsonObject Property) property, string name)
    {
        bool isRequired = IsRequired(property.Schema, property.Name);
        Remove(property);
        property.Schema["properties"]!.AsObject()[name] = property.Property;
        if (isRequired)
            Require(property.Schema, name);
    }

    private static void Add(JsonObject schema, bool required)
    {
        if (schema["properties"] is not JsonObject properties)
            schema["properties"] = properties = [];
        properties["added_member"] = new JsonObject { ["type"] = "string" };
        if (required)
            Require(schema, "added_member");
    }

    private static void SetNullable(JsonObject schema)
    {
        if (IsVersion30(schema))
            schema["nullable"] = true;
        else
            schema["type"] = new JsonArray((string)schema["type"]!, "null");
    }

    private static bool IsNullable(JsonObject schema) =>
        (bool?)schema["nullable"] == true || (schema["type"] is JsonArray types && types.Any(t => (string?)t == "null"));

    private static void ClearNullable(JsonObject schema)
    {
        schema.Remove("nullable");
        if (schema["type"] is JsonArray types)
            schema["type"] = (string?)types.First(t => (string?)t != "null");
    }

    private static bool IsVersion30(JsonNode node) => ((string?)node.Root["openapi"])?.StartsWith("3.0", StringComparison.Ordinal) == true;

    private static void RenameComponent((string Name, JsonObject Schema) component, string name)
    {
        JsonNode root = component.Schema.Root;
        JsonObject schemas = component.Schema.Parent!.AsObject();
        schemas.Remove(component.Name);
        schemas[name] = component.Schema;
        ReplaceTexts(root, "#/components/schemas/" + component.Name, "#/components/schemas/" + name);
    }

    private static void Reverse(JsonArray array)
    {
        List<JsonNode?> items = [.. array.Reverse()];
        array.Clear();
        items.ForEach(array.Add);
    }
}
