using System.Text.Json.Nodes;

namespace CfGen.Corpus.Fuzzing;

/// <summary>Creates documents whose schemas refer to each other and themselves at random.</summary>
internal sealed class RandomSchemas(SeededRandom random)
{
    private static readonly string[] s_members =
    [
        "id",
        "type",
        "kind",
        "next",
        "items",
        "value",
        "Value",
        "children",
        "parent-id",
        "class",
    ];

    private string[] _components = [];
    private bool _isNew;

    public JsonObject CreateDocument()
    {
        _isNew = random.IsOneOf(2);
        _components = [.. Enumerable.Range(0, 1 + random.Next(7)).Select(i => "Node" + (char)('A' + i))];
        JsonObject schemas = [];
        foreach (string component in _components)
            schemas[component] = CreateSchema(0);
        JsonObject paths = [];
        for (int i = 1 + random.Next(3); i > 0; i--)
            paths[$"/nodes{i}/{{id}}"] = new JsonObject { [random.Pick(["get", "post", "put"])] = CreateOperation() };
        return new JsonObject
        {
            ["openapi"] = _isNew ? "3.1.0" : "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    private JsonObject CreateOperation()
    {
        JsonObject operation = new()
        {
            ["parameters"] = new JsonArray(
                CreateParameter("id", "path"),
                CreateParameter("filter", random.Pick(["query", "header", "cookie"]))
            ),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = "ok", ["content"] = CreateContent() },
            },
        };
        if (random.IsOneOf(2))
            operation["requestBody"] = new JsonObject { ["content"] = CreateContent() };
        return operation;
    }

    private JsonObject CreateParameter(string name, string location) =>
        new()
        {
            ["name"] = name,
            ["in"] = location,
            ["required"] = location == "path",
            ["schema"] = random.IsOneOf(3) ? CreateSchema(2) : new JsonObject { ["type"] = "string" },
        };

    private JsonObject CreateContent()
    {
        string mediaType = random.Pick([
            "application/json",
            "application/json",
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "text/event-stream",
        ]);
        return new JsonObject { [mediaType] = new JsonObject { ["schema"] = CreateSchema(1) } };
    }

    private JsonNode CreateSchema(int depth)
    {
        if (depth > 0 && random.IsOneOf(3) || depth > 4)
            return new JsonObject { ["$ref"] = "#/components/schemas/" + random.Pick(_components) };
        if (_isNew && random.IsOneOf(20))
            return JsonValue.Create(random.IsOneOf(2));
        JsonObject schema = random.Next(10) switch
        {
            0 => CreateObject(depth),
            1 => CreateObject(depth),
            2 => new JsonObject { ["type"] = "array", ["items"] = CreateSchema(depth + 1) },
            3 => new JsonObject { ["type"] = "object", ["additionalProperties"] = CreateSchema(depth + 1) },
            4 => CreateComposition("allOf", depth),
            5 => CreateComposition("oneOf", depth),
            6 => CreateComposition("anyOf", depth),
            7 => CreateEnum(),
            8 => new JsonObject { ["type"] = random.Pick(FuzzVocabulary.Types), ["format"] = random.Pick(FuzzVocabulary.Formats) },
            _ => new JsonObject { ["type"] = CreateType() },
        };
        if (random.IsOneOf(6))
            schema["nullable"] = true;
        if (random.IsOneOf(12))
            schema["properties"] = new JsonObject { [random.Pick(s_members)] = CreateSchema(depth + 1) };
        if (random.IsOneOf(16))
            schema["additionalProperties"] = random.IsOneOf(2) ? JsonValue.Create(random.IsOneOf(2)) : CreateSchema(depth + 1);
        if (_isNew)
            AddNewKeyword(schema, depth);
        return schema;
    }

    private void AddNewKeyword(JsonObject schema, int depth)
    {
        switch (random.Next(40))
        {
            case 0:
                schema["prefixItems"] = new JsonArray(CreateSchema(depth + 1), CreateSchema(depth + 1));
                break;
            case 1:
                schema["patternProperties"] = new JsonObject { ["^x"] = CreateSchema(depth + 1) };
                break;
            case 2:
                schema["$ref"] = "#/components/schemas/" + random.Pick(_components);
                break;
            case 3:
                schema["const"] = FuzzVocabulary.ParseValue(random);
                break;
            case 4:
                schema["$dynamicAnchor"] = "node";
                break;
            case 5:
                schema["items"] = new JsonObject { ["$dynamicRef"] = "#node" };
                break;
            case 6:
                schema["$defs"] = new JsonObject { ["inner"] = CreateSchema(depth + 1) };
                break;
            default:
                break;
        }
    }

    private JsonNode CreateType()
    {
        string type = random.Pick(FuzzVocabulary.Types);
        return random.IsOneOf(3) ? new JsonArray(type, "null", random.Pick(FuzzVocabulary.Types)) : JsonValue.Create(type);
    }

    private JsonObject CreateObject(int depth)
    {
        JsonObject properties = [];
        for (int i = random.Next(5); i > 0; i--)
            properties[random.Pick(s_members)] = CreateSchema(depth + 1);
        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        if (random.IsOneOf(2))
            schema["required"] = new JsonArray(random.Pick(s_members), random.Pick(s_members));
        return schema;
    }

    private JsonObject CreateComposition(string keyword, int depth)
    {
        JsonArray parts = [];
        for (int i = random.Next(4); i >= 0; i--)
            parts.Add(CreateSchema(depth + 1));
        JsonObject schema = new() { [keyword] = parts };
        if (random.IsOneOf(3))
            schema["discriminator"] = new JsonObject
            {
                ["propertyName"] = random.Pick(s_members),
                ["mapping"] = new JsonObject
                {
                    ["a"] = "#/components/schemas/" + random.Pick(_components),
                    ["b"] = random.Pick(_components),
                },
            };
        return schema;
    }

    private JsonObject CreateEnum()
    {
        JsonArray values = [];
        for (int i = random.Next(4); i >= 0; i--)
            values.Add(random.IsOneOf(3) ? FuzzVocabulary.ParseValue(random) : JsonValue.Create(random.Pick(FuzzVocabulary.Names)));
        JsonObject schema = new() { ["enum"] = values };
        if (random.IsOneOf(2))
            schema["type"] = random.Pick(["string", "integer", "boolean"]);
        return schema;
    }
}
