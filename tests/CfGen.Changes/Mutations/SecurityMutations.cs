using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of security schemes and requirements.</summary>
internal static class SecurityMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Mutation.At("api-security-removed", r => Operations(r), (o, _) => o.Operation["security"] = new JsonArray()),
        Mutation.At(
            "api-security-added",
            Schemes,
            (s, random) => Pick(s, random)["security"] = new JsonArray(new JsonObject { [s.Name] = new JsonArray() })
        ),
        Mutation.At(
            "api-global-security-changed",
            Schemes,
            (s, _) => s.Scheme.Root["security"] = new JsonArray(new JsonObject { [s.Name] = new JsonArray() })
        ),
        new("api-global-security-removed", (r, _) => r.Remove("security")),
        Mutation.At("api-security-component-removed", Schemes, (s, _) => s.Scheme.Parent!.AsObject().Remove(s.Name)),
        Mutation.At("api-security-component-added", r => Schemes(r).Take(1), (s, _) => AddScheme(s.Scheme)),
        Mutation.At("api-security-component-renamed", Schemes, (s, _) => Rename(s, "other" + s.Name)),
        Mutation.At("api-security-component-type-changed", Schemes, (s, _) => ChangeType(s.Scheme)),
        Mutation.At(
            "api-security-key-renamed",
            r => Schemes(r).Where(s => s.Scheme.ContainsKey("in")),
            (s, _) => s.Scheme["name"] = "X-Other"
        ),
        Mutation.At(
            "api-security-oauth-url-changed",
            r => Schemes(r).Where(s => s.Scheme["flows"]?["clientCredentials"] is JsonObject),
            (s, _) => s.Scheme["flows"]!["clientCredentials"]!["tokenUrl"] = "https://other.example/token"
        ),
        Mutation.At(
            "api-security-scope-added",
            r => Operations(r).Where(o => o.Operation["security"] is JsonArray { Count: > 0 } a && a[0] is JsonObject { Count: > 0 }),
            (o, _) => o.Operation["security"]![0]!.AsObject().First().Value!.AsArray().Add((JsonNode)"pay:read")
        ),
    ];

    private static IEnumerable<(string Name, JsonObject Scheme)> Schemes(JsonObject root) =>
        root["components"]?["securitySchemes"] is JsonObject schemes
            ? schemes.Where(s => s.Value is JsonObject).Select(s => (s.Key, (JsonObject)s.Value!))
            : [];

    private static JsonObject Pick((string Name, JsonObject Scheme) scheme, Random random)
    {
        List<JsonObject> operations = [.. Operations((JsonObject)scheme.Scheme.Root).Select(o => o.Operation)];
        return operations[random.Next(operations.Count)];
    }

    private static void AddScheme(JsonObject scheme) =>
        scheme.Parent!.AsObject()["added"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "query",
            ["name"] = "added_key",
        };

    private static void ChangeType(JsonObject scheme)
    {
        bool isKey = scheme.ContainsKey("in");
        scheme.Clear();
        scheme["type"] = isKey ? "http" : "apiKey";
        if (isKey)
        {
            scheme["scheme"] = "basic";
            return;
        }

        scheme["in"] = "header";
        scheme["name"] = "X-Changed";
    }

    private static void Rename((string Name, JsonObject Scheme) scheme, string name)
    {
        JsonNode root = scheme.Scheme.Root;
        JsonObject schemes = scheme.Scheme.Parent!.AsObject();
        schemes.Remove(scheme.Name);
        schemes[name] = scheme.Scheme;
        foreach (JsonNode? security in Operations((JsonObject)root).Select(o => o.Operation["security"]).Append(root["security"]))
        {
            foreach (JsonObject alternative in (security as JsonArray ?? []).OfType<JsonObject>())
            {
                if (alternative[scheme.Name] is not { } scopes)
                    continue;
                alternative.Remove(scheme.Name);
                alternative[name] = scopes;
            }
        }
    }
}
