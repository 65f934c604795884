using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of paths and operations.</summary>
internal static class OperationMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Mutation.At("api-path-removed", r => Paths(r), (p, _) => p.Item.Parent!.AsObject().Remove(p.Path)),
        Mutation.At("api-removed", r => Operations(r), (o, _) => o.Operation.Parent!.AsObject().Remove(o.Method)),
        Mutation.At(
            "endpoint-added",
            r => Paths(r).Where(p => !p.Item.ContainsKey("head")),
            (p, _) => p.Item["head"] = NewOperation("check", p.Path)
        ),
        Mutation.At(
            "api-operation-id-changed",
            WithId,
            (o, _) => o.Operation["operationId"] = "other_" + (string?)o.Operation["operationId"]
        ),
        Mutation.At("api-operation-id-removed", WithId, (o, _) => o.Operation.Remove("operationId")),
        Mutation.At("api-path-renamed", r => Paths(r).Where(p => p.Path.Length > 1), (p, _) => Move(p.Item, p.Path, "/v2" + p.Path)),
        Mutation.At(
            "api-path-segment-renamed",
            r => Paths(r).Where(p => p.Path.Split('/')[1] is { Length: > 0 } s && s[0] != '{'),
            (p, _) => Move(p.Item, p.Path, "/new" + p.Path[1..])
        ),
        Mutation.At(
            "api-method-changed",
            r => Operations(r).Where(o => o.Method is "post" or "put" && !Paths(r).First(p => p.Path == o.Path).Item.ContainsKey("patch")),
            (o, _) =>
            {
                JsonObject item = o.Operation.Parent!.AsObject();
                item.Remove(o.Method);
                item["patch"] = o.Operation;
            }
        ),
        Mutation.At(
            "api-deprecated",
            r => Operations(r).Where(o => !o.Operation.ContainsKey("deprecated")),
            (o, _) => o.Operation["deprecated"] = true
        ),
        Mutation.At(
            "api-undeprecated",
            r => Operations(r).Where(o => o.Operation.ContainsKey("deprecated")),
            (o, _) => o.Operation.Remove("deprecated")
        ),
        Mutation.At("api-tag-changed", r => Operations(r), (o, _) => o.Operation["tags"] = new JsonArray("Other")),
        Mutation.At("api-summary-changed", r => Operations(r), (o, _) => o.Operation["summary"] = "Another text."),
        Mutation.At(
            "operation-server-added",
            r => Operations(r),
            (o, _) => o.Operation["servers"] = new JsonArray(new JsonObject { ["url"] = "https://other.example" })
        ),
        new(
            "server-changed",
            (r, _) =>
            {
                r["servers"] = new JsonArray(new JsonObject { ["url"] = "https://other.example/v2" });
                return true;
            }
        ),
        new(
            "version-changed",
            (r, _) =>
            {
                r["info"]!["version"] = "2";
                return true;
            }
        ),
    ];

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> WithId(JsonObject root) =>
        Operations(root).Where(o => o.Operation.ContainsKey("operationId"));

    private static void Move(JsonObject item, string path, string to)
    {
        JsonObject paths = item.Parent!.AsObject();
        paths.Remove(path);
        paths[to] = item;
    }

    /// <summary>Returns an operation that sends the variables of a path, and nothing else.</summary>
    public static JsonObject NewOperation(string verb, string path) =>
        new()
        {
            ["operationId"] = verb + path.Length,
            ["parameters"] = new JsonArray([
                .. path.Split('/')
                    .Where(s => s.StartsWith('{'))
                    .Select(s => new JsonObject
                    {
                        ["name"] = s.Trim('{', '}'),
                        ["in"] = "path",
                        ["required"] = true,
                        ["schema"] = new JsonObject { ["type"] = "string" },
                    }),
            ]),
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "ok" } },
        };
}
