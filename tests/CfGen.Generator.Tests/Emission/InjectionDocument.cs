using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>One document in which the same hostile text stands in every place that a document has for text.</summary>
internal static class InjectionDocument
{
    /// <summary>No identifier of this name may come to be: if one does, text has left its comment or literal.</summary>
    public const string Leak = "zzLeak";

    /// <summary>Texts that end something: a line, a comment, a literal, an element, an interpolation.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>
        {
            ["NEL"] = $"a\u0085 public static int {Leak}; //",
            ["LS"] = $"a\u2028 public static int {Leak}; //",
            ["PS"] = $"a\u2029 public static int {Leak}; //",
            ["CR"] = $"a\r public static int {Leak}; //",
            ["LF"] = $"a\n public static int {Leak}; //",
            ["CRLF"] = $"a\r\n public static int {Leak}; //",
            ["VT and FF"] = $"a\v public static int {Leak};\f public static int {Leak}2; //",
            ["end of a comment"] = $"a */ public static int {Leak}; /*",
            ["end of a raw string"] = $"a \"\"\" + {Leak} + \"\"\"",
            ["end of a string"] = $"a\"; public static int {Leak} = 1; //",
            ["quotes"] = "a 'b' \"c\" `d` ``e`` \"",
            ["braces"] = $"a {{{Leak}}} {{{{ }}}} }} {{ {{0}}",
            ["closing braces"] = $"a }} }} public class {Leak} {{ {{",
            ["backslash"] = "a \\ \\n \\\" \\u0022 \\",
            ["slashes"] = "a // /// /* /** //",
            ["XML"] = "a <b> </summary> <!-- --> <![CDATA[ ]]> &amp; & &#10; <see cref=\"Nothing\"/> > ]]>",
            ["line ends as HTML"] =
                $"a<br> public static int {Leak};<p>// &#10; public static int {Leak}; // &#x2028; public static int {Leak}; // &#0; &lt;/summary&gt; <a href=\"http://a&#10;public\">b</a>",
            ["directives"] = "a\n#if false\n#pragma warning disable\n#error no\n#endregion\n#nullable disable",
            ["NUL and controls"] = "a\0b\u0001\u0007\b\u001b\u007f",
            ["invisible"] = "a\u200b\u200d\u202e\ufeff\u00adb",
            ["not characters"] = "a\ufffe\uffff\U0001fffeb",
            ["emoji"] = "a😀👩‍👩‍👧b",
            ["keyword"] = "class",
            ["nothing but symbols"] = "*/\"\"\"{}\\<>&#",
            ["blank"] = " \t ",
            ["dots"] = "a.b..c.",
            ["percent"] = "a%22%0a%u2028 %",
            ["dollar and at"] = "$\"{a}\" @\"b\"",
            ["very long"] = new string('x', 20_000) + " y",
            ["many lines"] = string.Concat(Enumerable.Repeat("line\n\n", 300)),
            ["other scripts"] = "Größe 値 размер مقدار ١٢ ǅ ⅷ a\u0301",
            ["all at once"] = $"a\u0085\u2028\u2029\r\n*/ \"\"\" {{}} \\ \" ' // < & ]]> #\0 😀 public static int {Leak};",
        };

    /// <summary>Returns the document as JSON in ASCII, by a writer that changes nothing.</summary>
    public static string ToAscii(JsonNode? node)
    {
        StringBuilder json = new();
        Write(json, node);
        return json.ToString();
    }

    // Size: one document, written out.
    /// <summary>
    /// A document with the text in every place. Each place has an operation of its own, so that one that cannot be hides no other.
    /// </summary>
    public static TestDocument CreateDocument(string text)
    {
        // The OpenAPI library throws at a blank name of a tag, a scheme or a schema that is referred to.
        string named = string.IsNullOrWhiteSpace(text) ? "named" : text;
        JsonObject paths = [];
        JsonObject schemas = new()
        {
            // The text as a name, and beside it names that come to the same identifier.
            [named] = CreateSchema(text),
            ["named by properties"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray(text, "class"),
                ["properties"] = new JsonObject
                {
                    [text] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] = text,
                        ["default"] = text,
                        ["example"] = text,
                        ["pattern"] = text,
                        ["title"] = text,
                    },
                    [text + "_"] = new JsonObject { ["type"] = "integer" },
                    ["_" + text] = new JsonObject { ["type"] = "boolean" },
                    ["class"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(text, text + "_", "a", "A") },
                    ["inner"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["title"] = text,
                        ["properties"] = new JsonObject { [text] = new JsonObject { ["type"] = "string" } },
                    },
                },
            },
            ["enumeration"] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = text,
                ["enum"] = new JsonArray(text, text + "_", "_" + text, "", "value"),
                ["default"] = text,
            },
            ["deprecated"] = new JsonObject
            {
                ["type"] = "object",
                ["deprecated"] = true,
                ["description"] = text,
                ["properties"] = new JsonObject
                {
                    ["x"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["deprecated"] = true,
                        ["description"] = text,
                    },
                },
            },
        };

        Add("/id", "get", CreateOperation("enumeration") with { Id = text });
        Add("/words", "get", CreateOperation("named by properties") with { Id = "words", Words = text });
        Add("/permission", "get", CreateOperation("deprecated") with { Id = "permission", Group = text });
        Add("/name", "get", CreateOperation("enumeration") with { Id = "name", Name = text });
        Add("/fern", "get", CreateOperation("enumeration") with { Id = "fern", Fern = text });
        Add("/schema", "get", CreateOperation(named) with { Id = "schema" });
        Add("/description", "get", CreateOperation("enumeration") with { Id = "description", Response = text });
        Add("/at/" + text, "get", CreateOperation("enumeration") with { Id = "segment" });
        Add($"/in/{{{text}}}/x", "get", CreateOperation("enumeration") with { Id = "template", Path = text });
        Add("/query", "get", CreateOperation("enumeration") with { Id = "query", Query = text });
        Add("/query/{id}", "put", CreateOperation("enumeration") with { Id = "parameter", Path = "id", ParameterWords = text });
        Add("/plain/{id}", "get", CreateOperation("enumeration") with { Id = "plain", Path = "id" });

        Add("/parts", "post", CreateOperation("enumeration") with { Id = "parts", BodyType = "multipart/form-data", BodyWords = text });
        Add(
            "/values",
            "post",
            CreateOperation("enumeration") with
            {
                Id = "values",
                BodyType = "application/x-www-form-urlencoded",
                BodyWords = text,
            }
        );
        Add("/media", "post", CreateOperation("enumeration") with { Id = "media", BodyType = text, BodyWords = text, ResponseType = text });

        JsonObject root = new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = text,
                ["description"] = text,
                ["version"] = text,
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://example.com/" + text, ["description"] = text }),
            ["tags"] = new JsonArray(new JsonObject { ["name"] = text, ["description"] = text }),
            ["security"] = new JsonArray(
                new JsonObject { [named] = new JsonArray() },
                new JsonObject { ["query"] = new JsonArray(), ["cookie"] = new JsonArray() }
            ),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    [named] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "header",
                        ["name"] = text,
                        ["description"] = text,
                    },
                    ["query"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "query",
                        ["name"] = text,
                        ["description"] = text,
                    },
                    ["cookie"] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["in"] = "cookie",
                        ["name"] = text,
                        ["description"] = text,
                    },
                },
            },
        };
        return new TestDocument("/project/hostile.json", ToAscii(root));

        void Add(string path, string method, InjectionOperation operation) =>
            paths[path] = new JsonObject { [method] = operation.ToJson() };
    }

    private static JsonObject CreateSchema(string text) =>
        new()
        {
            ["type"] = "object",
            ["title"] = text,
            ["description"] = text,
            ["properties"] = new JsonObject
            {
                ["a"] = new JsonObject { ["type"] = "string", ["description"] = text },
                ["list"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["description"] = text,
                        ["properties"] = new JsonObject { [text] = new JsonObject { ["type"] = "string" } },
                    },
                },
            },
        };

    private static InjectionOperation CreateOperation(string schema) => new(schema);

    private static void Write(StringBuilder json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                json.Append('{');
                foreach ((string name, JsonNode? value) in members)
                {
                    json.Append(json[^1] == '{' ? "" : ",\n");
                    Write(json, name);
                    json.Append(':');
                    Write(json, value);
                }

                json.Append('}');
                break;
            case JsonArray items:
                json.Append('[');
                for (int i = 0; i < items.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    Write(json, items[i]);
                }

                json.Append(']');
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                Write(json, text);
                break;
            default:
                json.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Write(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char c in text)
            json.Append(
                c is >= ' ' and <= '~' and not '"' and not '\\'
                    ? c.ToString()
                    : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)
            );
        json.Append('"');
    }
}
