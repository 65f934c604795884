using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Gives documents places for the kinds of changes that they have few for. The client of the document with the place is the old one.</summary>
internal static class Preparations
{
    private static readonly Dictionary<string, Func<JsonObject, Random, bool>> s_own = new(StringComparer.Ordinal)
    {
        ["api-method-changed"] = (r, random) => AddPost(r, random) is not null,
        ["request-body-became-required"] = AddOptionalBody,
        ["paging-parameter-removed"] = AddPaging,
        ["schema-became-object"] = (r, random) => Refer(r, random, new JsonObject { ["type"] = "string", ["enum"] = Texts("one", "two") }),
        ["tuple-item-added"] = AddTuple,
        ["discriminator-removed"] = AddUnion,
        ["exclusive-max-narrowed"] = AddExclusiveMaximum,
        ["exclusive-max-removed"] = AddExclusiveMaximum,
        ["exclusive-max-widened"] = AddExclusiveMaximum,
        ["one-of-added"] = AddUnion,
        ["one-of-reordered"] = AddUnion,
        ["api-global-security-changed"] = AddKey,
        ["api-global-security-removed"] = AddKey,
        ["api-security-component-added"] = AddKey,
        ["api-security-component-removed"] = AddKey,
        ["api-security-component-renamed"] = AddKey,
        ["api-security-component-type-changed"] = AddKey,
        ["api-security-key-renamed"] = AddKey,
        ["api-security-oauth-url-changed"] = AddOAuth,
        ["api-security-scope-added"] = AddOAuth,
    };

    // The place is what another kind of change leaves behind.
    private static readonly Dictionary<string, string> s_reverse = new(StringComparer.Ordinal)
    {
        ["additional-properties-removed"] = "additional-properties-added",
        ["api-undeprecated"] = "api-deprecated",
        ["map-value-changed"] = "additional-properties-added",
        ["max-items-removed"] = "max-items-narrowed",
        ["max-items-widened"] = "max-items-narrowed",
        ["max-length-removed"] = "max-length-narrowed",
        ["max-length-widened"] = "max-length-narrowed",
        ["max-removed"] = "max-narrowed",
        ["max-widened"] = "max-narrowed",
        ["min-items-removed"] = "min-items-narrowed",
        ["min-items-widened"] = "min-items-narrowed",
        ["min-length-removed"] = "min-length-narrowed",
        ["min-length-widened"] = "min-length-narrowed",
        ["min-removed"] = "min-narrowed",
        ["min-widened"] = "min-narrowed",
        ["pattern-removed"] = "pattern-added",
        ["request-body-added-optional"] = "request-body-removed",
        ["request-body-added-required"] = "request-body-removed",
        ["request-body-became-optional"] = "request-body-added-required",
        ["request-body-media-type-changed"] = "request-body-added-required",
        ["request-body-removed"] = "request-body-added-optional",
        ["request-body-type-changed"] = "request-body-added-required",
        ["request-parameter-became-optional"] = "request-parameter-became-required",
        ["request-parameters-reordered"] = "new-optional-request-parameter",
        ["response-success-added"] = "response-success-status-removed",
        ["server-changed"] = "new-optional-property",
        ["version-changed"] = "new-optional-property",
    };

    /// <summary>Gives a document a place for a kind of change; false where that is not possible.</summary>
    public static bool TryPrepare(Mutation mutation, JsonObject root, Random random)
    {
        if (s_own.TryGetValue(mutation.Name, out Func<JsonObject, Random, bool>? prepare))
            return prepare(root, random);
        return s_reverse.TryGetValue(mutation.Name, out string? reverse) && Mutation.All.Single(m => m.Name == reverse).Apply(root, random);
    }

    private static JsonObject? AddPost(JsonObject root, Random random)
    {
        var free = Paths(root).Where(p => !p.Item.ContainsKey("post") && !p.Item.ContainsKey("patch")).ToList();
        if (free.Count == 0)
            return null;
        (string path, JsonObject item) = free[random.Next(free.Count)];
        JsonObject operation = OperationMutations.NewOperation("prepare", path);
        item["post"] = operation;
        return operation;
    }

    private static bool AddOptionalBody(JsonObject root, Random random)
    {
        if (AddPost(root, random) is not { } operation)
            return false;
        operation["requestBody"] = BodyMutations.NewBody(required: false);
        return true;
    }

    private static bool AddPaging(JsonObject root, Random random)
    {
        List<JsonObject> lists = [.. Operations(root).Where(o => o.Method == "get").Select(o => o.Operation)];
        if (lists.Count == 0)
            return false;
        JsonObject operation = lists[random.Next(lists.Count)];
        if (operation["parameters"] is not JsonArray parameters)
            operation["parameters"] = parameters = [];
        parameters.Add((JsonNode)Parse("""{ "name": "cursor", "in": "query", "schema": { "type": "string" } }"""));
        operation["responses"] = Parse(
            """
            { "200": { "description": "ok", "content": { "application/json": { "schema": {
              "type": "object",
              "properties": {
                "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } },
                "next_cursor": { "type": "string" }
              }
            } } } } }
            """
        );
        return true;
    }

    // Before 3.1 there are no tuples, and an exclusive maximum is no number.
    private static bool AddTuple(JsonObject root, Random random) =>
        TryRaiseVersion(root)
        && Replace(
            root,
            random,
            Parse("""{ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false }""")
        );

    private static bool AddExclusiveMaximum(JsonObject root, Random random) =>
        TryRaiseVersion(root) && Replace(root, random, Parse("""{ "type": "number", "exclusiveMaximum": 9 }"""));

    private static bool TryRaiseVersion(JsonObject root)
    {
        if (((string?)root["openapi"])?.StartsWith('3') != true)
            return false;
        root["openapi"] = "3.1.0";
        return true;
    }

    private static bool AddUnion(JsonObject root, Random random)
    {
        // Without constants, the discriminator alone tells them apart.
        AddComponent(root, "schemas", "PreparedCat", Parse(With("lives")));
        AddComponent(root, "schemas", "PreparedDog", Parse(With("tricks")));
        return Refer(
            root,
            random,
            Parse(
                """
                {
                  "oneOf": [{ "$ref": "#/components/schemas/PreparedCat" }, { "$ref": "#/components/schemas/PreparedDog" }],
                  "discriminator": {
                    "propertyName": "kind",
                    "mapping": { "cat": "#/components/schemas/PreparedCat", "dog": "#/components/schemas/PreparedDog" }
                  }
                }
                """
            )
        );

        static string With(string member) =>
            $$"""
                {
                  "type": "object",
                  "required": ["kind", "{{member}}"],
                  "properties": { "kind": { "type": "string" }, "{{member}}": { "type": "integer" } }
                }
                """;
    }

    private static bool AddKey(JsonObject root, Random random) =>
        AddScheme(root, random, Parse("""{ "type": "apiKey", "in": "header", "name": "X-Prepared" }"""));

    private static bool AddOAuth(JsonObject root, Random random) =>
        AddScheme(
            root,
            random,
            Parse(
                """
                {
                  "type": "oauth2",
                  "flows": { "clientCredentials": { "tokenUrl": "https://prepared.example/token", "scopes": { "pay:read": "Reads." } } }
                }
                """
            )
        );

    /// <summary>Adds a scheme that all operations need, and one of them by itself.</summary>
    private static bool AddScheme(JsonObject root, Random random, JsonObject scheme)
    {
        List<JsonObject> operations = [.. Operations(root).Select(o => o.Operation)];
        AddComponent(root, "securitySchemes", "prepared", scheme);
        root["security"] = new JsonArray(new JsonObject { ["prepared"] = new JsonArray() });
        operations[random.Next(operations.Count)]["security"] = new JsonArray(new JsonObject { ["prepared"] = new JsonArray() });
        return true;
    }

    /// <summary>Adds a component, and lets a property refer to it.</summary>
    private static bool Refer(JsonObject root, Random random, JsonObject schema)
    {
        if (!Replace(root, random, new JsonObject { ["$ref"] = "#/components/schemas/Prepared" }))
            return false;
        AddComponent(root, "schemas", "Prepared", schema);
        return true;
    }

    /// <summary>Replaces the schema of a property.</summary>
    private static bool Replace(JsonObject root, Random random, JsonObject schema)
    {
        List<(JsonObject Schema, string Name, JsonObject Property)> properties =
        [
            .. Properties(root).Where(p => p.Property["type"] is JsonValue type && type.TryGetValue(out string? _)),
        ];
        if (properties.Count == 0)
            return false;
        (JsonObject owner, string name, _) = properties[random.Next(properties.Count)];
        owner["properties"]![name] = schema;
        return true;
    }

    private static void AddComponent(JsonObject root, string section, string name, JsonObject component)
    {
        if (root["components"] is not JsonObject components)
            root["components"] = components = [];
        if (components[section] is not JsonObject all)
            components[section] = all = [];
        all[name] = component;
    }

    private static JsonArray Texts(params string[] texts) => [.. texts.Select(t => (JsonNode)t)];

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
