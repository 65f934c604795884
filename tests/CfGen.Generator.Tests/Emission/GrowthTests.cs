using System.Text.Json.Nodes;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Emission;

/// <summary>
/// Code that was written against a document, compiled against the client of the document with one thing more. The page
/// <c>docs/reference/growth.md</c> has the same rows.
/// </summary>
public class GrowthTests
{
    private const string Document = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Sample", "version": "1" },
          "paths": {
            "/things/{id}": {
              "get": {
                "operationId": "getThing", "tags": ["things"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              },
              "delete": {
                "operationId": "deleteThing", "tags": ["things"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "204": { "description": "gone" } }
              }
            },
            "/things": {
              "get": {
                "operationId": "listThings", "tags": ["things"],
                "parameters": [
                  { "name": "kind", "in": "query", "required": true, "schema": { "type": "string" } },
                  { "name": "filter", "in": "query", "schema": { "type": "string" } }
                ],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } } }
              },
              "post": {
                "operationId": "createThing", "tags": ["things"],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "responses": { "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Thing": {
                "type": "object", "required": ["name"],
                "properties": {
                  "name": { "type": "string" },
                  "color": { "$ref": "#/components/schemas/Color" },
                  "shape": { "$ref": "#/components/schemas/Shape" }
                }
              },
              "Color": { "type": "string", "enum": ["red", "green"] },
              "Shape": { "oneOf": [{ "$ref": "#/components/schemas/Circle" }, { "$ref": "#/components/schemas/Square" }], "discriminator": { "propertyName": "kind" } },
              "Circle": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "Circle" }, "radius": { "type": "number" } } },
              "Square": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "Square" }, "side": { "type": "number" } } }
            }
          },
          "tags": [{ "name": "things" }]
        }
        """;

    /// <summary>Code of a user: each way to pass arguments, through the class and the interface, and values of all types.</summary>
    private const string Consumer = """
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.Sample;
        using CfGen;

        public static class Program
        {
            public static async Task RunAsync(SampleClient client, IThingsResource things, RequestOptions options, CancellationToken ct)
            {
                Guid id = Guid.NewGuid();
                Thing one = await client.Things.GetAsync("1");
                one = await client.Things.GetAsync("1", options);
                one = await client.Things.GetAsync("1", options, ct);
                one = await client.Things.GetAsync("1", null, ct);
                one = await client.Things.GetAsync("1", options: options);
                one = await client.Things.GetAsync("1", cancellationToken: ct);
                one = await client.Things.GetAsync(id, options, ct);
                one = await things.GetAsync("1", options, ct);
                ApiResponse<Thing> response = await client.Things.GetWithResponseAsync("1", options, ct);
                await client.Things.DeleteAsync("1", options, ct);
                await client.Things.DeleteAsync("1");
                await foreach (Thing thing in client.Things.ListAsync("all"))
                    one = thing;
                List<Thing> some = await client.Things.ListAsync("all", new() { Filter = "x" }, options, ct).ToListAsync(10, ct);
                Thing made = await client.Things.CreateAsync(new Thing { Name = "n", Color = Color.Red, Shape = new Circle { Radius = 1 } }, options, ct);
                string text = made.Color?.AsKnown switch { Color.Known.Red => "r", Color.Known.Green => "g", _ => made.Color?.Value ?? "" };
                object? shape = made.Shape?.Value switch { Circle c => c.Radius, Square s => s.Side, _ => null };
                if (made.Shape is { } given && given.TryGet(out Circle? circle))
                    text += circle.Radius;
                Console.WriteLine($"{text}{shape}{some.Count}{response.StatusCode}{one with { Name = "m" }}");
            }
        }
        """;

    /// <summary>The changes that keep each line of the consumer.</summary>
    public static TheoryData<string, string, string> Additions =>
        new()
        {
            { "a first optional parameter", "/paths/~1things~1{id}/get/parameters/-", Parameter("view", required: false) },
            {
                "a first optional header",
                "/paths/~1things~1{id}/get/parameters/-",
                """{ "name": "X-View", "in": "header", "schema": { "type": "string" } }"""
            },
            { "another optional parameter", "/paths/~1things/get/parameters/-", Parameter("view", required: false) },
            { "an optional body", "/paths/~1things~1{id}/delete/requestBody", Body(required: false) },
            { "an operation of the group", "/paths/~1things~1{id}~1archive", Operation("post", "archiveThing") },
            { "a collection of the group", "/paths/~1things~1{id}~1parts", Operation("get", "listParts") },
            { "an operation of another group", "/paths/~1others", Operation("get", "listOthers") },
            {
                "a method of a path",
                "/paths/~1things/delete",
                """{ "operationId": "deleteThings", "tags": ["things"], "responses": { "204": { "description": "gone" } } }"""
            },
            { "a member that is received and sent", "/components/schemas/Thing/properties/size", """{ "type": "integer" }""" },
            { "a value of an enum", "/components/schemas/Color/enum/-", "\"blue\"" },
            { "another tag of an operation", "/paths/~1things~1{id}/get/tags/-", "\"more\"" },
            { "a tag with a description", "/tags/-", """{ "name": "more", "description": "More." }""" },
            { "a description of a tag", "/tags/0/description", "\"The things.\"" },
            {
                "a type",
                "/components/schemas/ThingList",
                """{ "type": "object", "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } }"""
            },
            { "a response of failure", "/paths/~1things~1{id}/get/responses/404", """{ "description": "none" }""" },
            { "a scheme that is optional", "/security", """[{}, { "token": [] }]""" },
            {
                "a case of a union",
                "/components/schemas/Shape/oneOf/-",
                """{ "type": "object", "title": "Line", "required": ["kind"], "properties": { "kind": { "const": "Line" }, "length": { "type": "number" } } }"""
            },
        };

    /// <summary>The changes that break some callers: the API refuses what they send, or the signature has to change.</summary>
    public static TheoryData<string, string, string, string> Breaks =>
        new()
        {
            { "a required parameter", "/paths/~1things~1{id}/get/parameters/-", Parameter("view", required: true), "CS" },
            { "a required parameter made optional", "/paths/~1things/get/parameters/0/required", "false", "CS" },
            { "an optional body before optional parameters", "/paths/~1things/get/requestBody", Body(required: false), "CS" },
            { "another success without a body", "/paths/~1things~1{id}/get/responses/202", """{ "description": "later" }""", "CS8600" },
            { "a required member of a request", "/components/schemas/Thing/required/-", "\"color\"", "CS" },
        };

    [Theory]
    [MemberData(nameof(Additions))]
    public void Code_compiles_against_a_document_that_has_more(string what, string place, string value)
    {
        string[] errors = Compile(Grow(place, value));
        Assert.True(errors.Length == 0, what + "\n" + string.Join("\n", errors));
    }

    /// <summary>The page names them. A row that compiles one day belongs to the other list.</summary>
    [Theory]
    [MemberData(nameof(Breaks))]
    public void Code_does_not_compile_against_a_document_that_asks_for_more(string what, string place, string value, string error) =>
        Assert.True(Compile(Grow(place, value)).Any(e => e.Contains(error, StringComparison.Ordinal)), what);

    [Fact]
    public void Code_compiles_against_its_own_document() => Assert.Empty(Compile(JsonNode.Parse(Document)!));

    private static string[] Compile(JsonNode document)
    {
        GeneratorHost host = new(new TestDocument("/project/api.json", document.ToJsonString()).With("Interfaces", "true"));
        return
        [
            .. host.EditCode(Consumer)
                .Run()
                .Output.GetDiagnostics()
                .Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => d.ToString()),
        ];
    }

    /// <summary>Adds a value at a JSON pointer; <c>-</c> is the end of a list.</summary>
    private static JsonNode Grow(string place, string value)
    {
        JsonNode root = JsonNode.Parse(Document)!;
        string[] names = [.. place.Split('/').Skip(1).Select(n => n.Replace("~1", "/", StringComparison.Ordinal))];
        JsonNode parent = names[..^1]
            .Aggregate(
                root,
                (node, name) =>
                    node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!
            );
        JsonNode added = JsonNode.Parse(value)!;
        if (parent is JsonArray array)
            array.Add(added);
        else
            parent[names[^1]] = added;
        if (place == "/security")
            root["components"]!["securitySchemes"] = JsonNode.Parse("""{ "token": { "type": "http", "scheme": "bearer" } }""");
        return root;
    }

    private static string Parameter(string name, bool required) =>
        $$"""{ "name": "{{name}}", "in": "query", "required": {{(required ? "true" : "false")}}, "schema": { "type": "string" } }""";

    private static string Body(bool required) =>
        $$"""{ "required": {{(required ? "true" : "false")}}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } }""";

    private static string Operation(string method, string id) =>
        $$"""
            { "{{method}}": { "operationId": "{{id}}", "tags": ["things"], "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } } } } }
            """;
}
