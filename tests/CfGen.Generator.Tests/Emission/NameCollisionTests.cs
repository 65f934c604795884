using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>Names of the document that C#, the framework or the generated types use already.</summary>
public class NameCollisionTests
{
    public static TheoryData<string> Taken =>
        [
            "class",
            "Equals",
            "equals",
            "EqualityContract",
            "PrintMembers",
            "Clone",
            "Deconstruct",
            "ToString",
            "GetHashCode",
            "GetType",
            "MemberwiseClone",
            "Finalize",
            "ReferenceEquals",
            "Value",
            "value",
            "Known",
            "AsKnown",
            "From",
            "Table",
            "Read",
            "Write",
            "Item",
            "op_Implicit",
            "_unknownProperties",
            "s_table",
            "r",
            "w",
            "outer",
            "options",
            "cancellationToken",
            "body",
            "parameters",
            "System",
            "CfGen",
            "Acme",
            "global",
            "Dispose",
            "_connection",
            "connection",
            "Start",
            "Async",
            "GetAsync",
            "record",
            "field",
            "await",
            "nameof",
            "var",
            "dynamic",
            "file",
            "required",
            "init",
            "get_Name",
            "BaseUrl",
            "Definition",
            "FromEnvironment",
            "Timeout",
            "Unrecognized",
            "Client",
            "Models",
            "Resource",
            "String",
            "Object",
            "Task",
            "Nullable",
            "Sample",
            "SampleClient",
            "SampleClientOptions",
            "Options",
            "Response",
            "1st",
            "-1",
            "+1",
            "a b",
        ];

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_name_collision_is_resolved(string name)
    {
        JsonObject root = CreateDocument(name);
        if (name.Length > 0)
        {
            // The same name for an open enum, in a document of its own: the names of the type and its members meet there.
            JsonObject other = CreateDocument(name);
            other["components"]!["schemas"]![name] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray(name, name + "_", "x"),
            };
            GeneratorRun values = GeneratorHost.Generate(new TestDocument("/project/taken.json", other.ToJsonString())).AssertCompiles();
            Assert.DoesNotContain(values.Diagnostics, d => d.Id is "CFG0099");
        }

        GeneratorRun run = GeneratorHost.Generate(new TestDocument("/project/taken.json", root.ToJsonString())).AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG0099" or "CFG1002" or "CFG1017");
        using LoadedConsumer consumer = run.Load();
        Assert.Equal(
            ["five", "four", "one", "seven", "six", "three", "two"],
            consumer
                .Assembly.GetTypes()
                .SelectMany(t => t.GetMethods())
                .SelectMany(m => m.GetCustomAttributes<ApiOperationAttribute>())
                .Select(o => o.Id)
                .Distinct()
                .Order()
        );
    }

    private static JsonObject CreateDocument(string name) =>
        new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Sample", ["version"] = "1" },
            ["paths"] = CreatePaths(name, name.Length == 0 ? "x" : name),
            ["components"] = new JsonObject { ["schemas"] = CreateSchemas(name) },
        };

    private static JsonObject CreatePaths(string name, string segment) =>
        new()
        {
            ["/" + segment] = new JsonObject { ["get"] = CreateOperation("one", CreateReference(name)) },
            [$"/{segment}/{segment}/{segment}"] = new JsonObject { ["get"] = CreateOperation("two", CreateReference("holder")) },
            [$"/things/{{{segment}}}"] = new JsonObject
            {
                ["get"] = CreateOperation(
                    "three",
                    CreateReference("values " + name),
                    new JsonObject
                    {
                        ["name"] = segment,
                        ["in"] = "path",
                        ["required"] = true,
                        ["schema"] = CreateType("string"),
                    }
                ),
            },
            ["/named"] = new JsonObject { ["get"] = WithName(CreateOperation("four", CreateReference("enum")), $"{name}.{name}.{name}") },
            ["/method"] = new JsonObject
            {
                ["get"] = WithName(CreateOperation("five", CreateReference(name)), "things." + name),
                ["post"] = WithName(CreateOperation("six", CreateReference(name)), "things." + name),
            },
            ["/query"] = new JsonObject
            {
                ["get"] = WithName(
                    CreateOperation(
                        "seven",
                        CreateReference("enum"),
                        CreateParameter(name, "query", false),
                        CreateParameter(name, "header", false),
                        CreateParameter(name, "cookie", true)
                    ),
                    name
                ),
            },
        };

    private static JsonObject CreateSchemas(string name) =>
        new()
        {
            [name] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray(name),
                ["properties"] = new JsonObject
                {
                    [name] = CreateType("string"),
                    [name + "_"] = CreateType("integer"),
                    ["self"] = CreateReference(name),
                },
            },
            ["holder"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    [name] = CreateReference(name),
                    ["list"] = new JsonObject { ["type"] = "array", ["items"] = CreateReference("values " + name) },
                },
            },
            ["values " + name] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("values " + name, name, name + "_") },
            ["enum"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(name, "x") },
        };

    private static JsonObject CreateOperation(string id, JsonObject schema, params JsonNode[] parameters) =>
        new()
        {
            ["operationId"] = id,
            ["parameters"] = new JsonArray(parameters),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "ok",
                    ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
                },
            },
        };

    private static JsonObject WithName(JsonObject operation, string path)
    {
        operation["x-cfgen-name"] = path;
        return operation;
    }

    private static JsonObject CreateParameter(string name, string location, bool required) =>
        new()
        {
            ["name"] = name,
            ["in"] = location,
            ["required"] = required,
            ["schema"] = CreateType("string"),
        };

    private static JsonObject CreateType(string type) => new() { ["type"] = type };

    private static JsonObject CreateReference(string to) => new() { ["$ref"] = "#/components/schemas/" + Uri.EscapeDataString(to) };
}
