using System.Text.Json.Nodes;

namespace CfGen.Generator.Tests.Emission;

/// <summary>One operation of the injection document, with a text in each of its places.</summary>
internal sealed record InjectionOperation(string Schema)
{
    public string Id { get; init; } = "";

    public string Words { get; init; } = "";

    public string Group { get; init; } = "";

    public string Name { get; init; } = "";

    public string Fern { get; init; } = "";

    public string Response { get; init; } = "ok";

    public string Path { get; init; } = "";

    public string Query { get; init; } = "";

    public string ParameterWords { get; init; } = "";

    public string ResponseType { get; init; } = "application/json";

    public string BodyType { get; init; } = "";

    public string BodyWords { get; init; } = "";

    // Size: one operation, written out.
    public JsonObject ToJson()
    {
        JsonArray parameters = [];
        if (Path.Length > 0)
            parameters.Add(
                new JsonObject
                {
                    ["name"] = Path,
                    ["in"] = "path",
                    ["required"] = true,
                    ["description"] = ParameterWords,
                    ["schema"] = CreateRules(),
                }
            );
        if (Query.Length > 0)
        {
            foreach (string name in (string[])[Query, Query + "_", "_" + Query])
                parameters.Add(
                    new JsonObject
                    {
                        ["name"] = name,
                        ["in"] = "query",
                        ["required"] = name == Query,
                        ["description"] = Query,
                        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = Query },
                    }
                );
            parameters.Add(
                new JsonObject
                {
                    ["name"] = Query,
                    ["in"] = "header",
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }
            );
        }

        JsonObject operation = new()
        {
            ["operationId"] = Id,
            ["summary"] = Words,
            ["description"] = Words,
            ["tags"] = new JsonArray(string.IsNullOrWhiteSpace(Words) ? "tag" : Words),
            ["deprecated"] = Words.Length > 0,
            ["externalDocs"] = new JsonObject { ["url"] = "https://example.com", ["description"] = Words },
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = Response,
                    ["content"] = new JsonObject
                    {
                        [ResponseType] = new JsonObject
                        {
                            ["schema"] = new JsonObject
                            {
                                ["$ref"] =
                                    "#/components/schemas/"
                                    + Uri.EscapeDataString(
                                        Schema.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                                    ),
                            },
                            ["example"] = Words,
                        },
                    },
                },
            },
        };
        if (Group.Length > 0)
            operation["x-api-token-group"] = new JsonArray(Group, Group);
        if (Name.Length > 0)
            operation["x-cfgen-name"] = Name;
        if (Fern.Length > 0)
        {
            operation["x-fern-sdk-group-name"] = new JsonArray(Fern);
            operation["x-fern-sdk-method-name"] = Fern;
        }

        if (BodyWords.Length > 0)
            operation["requestBody"] = new JsonObject
            {
                ["description"] = BodyWords,
                ["required"] = true,
                ["content"] = new JsonObject { [BodyType] = CreateForm() },
            };
        return operation;
    }

    /// <summary>A body with the text as the names of its parts, and in all that is said of them.</summary>
    private JsonObject CreateForm() =>
        new()
        {
            ["schema"] =
                BodyType == BodyWords
                    ? new JsonObject { ["type"] = "string", ["pattern"] = BodyWords }
                    : new JsonObject
                    {
                        ["type"] = "object",
                        ["description"] = BodyWords,
                        ["required"] = new JsonArray(BodyWords),
                        ["properties"] = new JsonObject
                        {
                            [BodyWords] = new JsonObject
                            {
                                ["type"] = "string",
                                ["format"] = "binary",
                                ["description"] = BodyWords,
                                ["example"] = BodyWords,
                            },
                            [BodyWords + "_"] = new JsonObject { ["type"] = "string", ["pattern"] = BodyWords },
                            ["<" + BodyWords + ">"] = new JsonObject
                            {
                                ["type"] = "string",
                                ["format"] = "binary",
                                ["description"] = BodyWords,
                            },
                            ["object"] = new JsonObject
                            {
                                ["type"] = "object",
                                ["properties"] = new JsonObject { [BodyWords] = new JsonObject { ["type"] = "string" } },
                            },
                        },
                    },
            ["encoding"] = new JsonObject
            {
                [BodyWords] = new JsonObject { ["contentType"] = BodyWords },
                [BodyWords + "_"] = new JsonObject { ["contentType"] = "text/" + BodyWords },
            },
        };

    private JsonObject CreateRules() =>
        ParameterWords.Length == 0
            ? new JsonObject { ["type"] = "string" }
            : new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = ParameterWords,
                ["description"] = ParameterWords,
                ["default"] = ParameterWords,
                ["example"] = ParameterWords,
            };
}
