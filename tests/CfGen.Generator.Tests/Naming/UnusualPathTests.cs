#pragma warning disable CA5394 // a seed is what is wanted here
using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Emission;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Naming;

/// <summary>Each operation has a name that compiles, whatever its path, tags and id consist of.</summary>
public sealed class UnusualPathTests(ITestOutputHelper output)
{
    private static readonly int s_documents = int.TryParse(Environment.GetEnvironmentVariable("CFGEN_ODD_PATHS"), out int documents)
        ? documents
        : 60;

    private static readonly string[] s_segments =
    [
        "",
        "#",
        ":",
        "::",
        "{}",
        "{a}",
        "{b}",
        "{",
        "}",
        "{a}:run",
        "{a}#run",
        ":run",
        "#run",
        "things:",
        "things#",
        "things:batchGet",
        "{a}:",
        "{a},{b}",
        "{a}.{b}",
        "things.json",
        "things",
        "thing",
        "Things",
        "THINGS",
        "the-things",
        "the_things",
        "theThings",
        "things_api",
        "_api",
        "api",
        "rest",
        "v1",
        "v2",
        "v1beta1",
        "V1",
        "1",
        "2fa",
        "_",
        "-",
        "--",
        ".",
        "..",
        "bulk",
        "batch",
        "new",
        "search",
        "run",
        "delete",
        "create",
        "settings",
        "accounts",
        "zones",
        "users",
        "me",
        "é",
        "Ω",
        "заказы",
        "商品",
        "🙂",
        " ",
        "a b",
        "a%20b",
        "$batch",
        "@me",
        "things()",
        "things('x')",
        "get",
        "list",
        "class",
        "object",
        "Equals",
        "ToString",
        "GetHashCode",
        "System",
        "Task",
        "String",
        "Dispose",
        "Client",
    ];

    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private static readonly string[] s_words =
    [
        "",
        "Things",
        "thing",
        "Thing for Things",
        "API",
        "v1",
        "é",
        "商品",
        "#",
        "Zone Things",
        "Account Things",
        "list-things",
        "things.list",
        "Things_Get",
        "a/b",
        "..",
        "1",
        "get",
        "delete the thing",
    ];

    [Fact]
    public void Unusual_paths_get_names_that_compile()
    {
        List<string> wrong = [];
        int emitted = 0;
        for (int seed = 0; seed < s_documents; seed++)
        {
            JsonObject paths = CreatePaths(new Random(seed));
            GeneratorRun run = GeneratorHost.Generate(
                new TestDocument(
                    "/project/api.json",
                    new JsonObject
                    {
                        ["openapi"] = "3.0.3",
                        ["info"] = new JsonObject { ["title"] = "Sample", ["version"] = "1" },
                        ["paths"] = paths,
                    }.ToJsonString()
                )
            );
            string code = string.Concat(run.Sources.Values);
            string[] told = [.. run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))];

            wrong.AddRange(told.Where(t => t.StartsWith("CfGen failed", StringComparison.Ordinal)).Select(t => $"{seed}: {t}"));
            wrong.AddRange(run.CompilerDiagnostics.Take(3).Select(d => $"{seed}: {d}"));
            foreach ((string path, string method) in paths.SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key))))
            {
                if (code.Contains($", \"{method.ToUpperInvariant()}\", {Literal.Quote(path)})]", StringComparison.Ordinal))
                    emitted++;
                else if (!told.Any(t => t.Contains(JsonPointer.Append("#/paths", path), StringComparison.Ordinal)))
                    wrong.Add($"{seed}: {method} {path} is lost");
            }
        }

        output.WriteLine($"{s_documents} documents, {emitted} operations");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(emitted > s_documents * 10);
    }

    private static JsonObject CreatePaths(Random random)
    {
        JsonObject paths = [];
        for (int i = 0; i < 16; i++)
        {
            string path =
                "/" + string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_segments[random.Next(s_segments.Length)]));
            if (random.Next(12) == 0)
                path = path.TrimStart('/');
            JsonObject item = [];
            for (int m = random.Next(1, 4); m > 0; m--)
                item[s_methods[random.Next(s_methods.Length)]] = CreateOperation(random, path);
            paths[path] = item;
        }

        return paths;
    }

    private static JsonObject CreateOperation(Random random, string path)
    {
        JsonObject operation = new() { ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "ok" } } };
        if (random.Next(2) == 0)
            operation["tags"] = new JsonArray(s_words[random.Next(s_words.Length)]);
        if (random.Next(3) == 0)
            operation["operationId"] = s_words[random.Next(s_words.Length)];
        if (random.Next(3) == 0)
            operation["summary"] = s_words[random.Next(s_words.Length)];
        JsonArray parameters = [];
        foreach (string name in new[] { "a", "b" }.Where(n => path.Contains($"{{{n}}}", StringComparison.Ordinal)))
            parameters.Add(
                new JsonObject
                {
                    ["name"] = name,
                    ["in"] = "path",
                    ["required"] = true,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }
            );
        operation["parameters"] = parameters;
        return operation;
    }
}
