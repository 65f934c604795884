using System.Text.Json.Nodes;
using static CfGen.Changes.Mutations.DocumentSites;

namespace CfGen.Changes.Mutations;

/// <summary>Changes of request bodies and responses.</summary>
internal static class BodyMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Mutation.At("request-body-removed", r => Bodies(r), (b, _) => b.Parent!.AsObject().Remove("requestBody")),
        Mutation.At("request-body-added-required", Without, (o, _) => o["requestBody"] = NewBody(required: true)),
        Mutation.At("request-body-added-optional", Without, (o, _) => o["requestBody"] = NewBody(required: false)),
        Mutation.At("request-body-became-required", r => Bodies(r).Where(b => !b.ContainsKey("required")), (b, _) => b["required"] = true),
        Mutation.At("request-body-became-optional", r => Bodies(r).Where(b => b.ContainsKey("required")), (b, _) => b.Remove("required")),
        Mutation.At("request-body-type-changed", r => Media(r, "requestBody"), (m, _) => m["schema"] = NewSchema()),
        Mutation.At(
            "request-body-media-type-changed",
            r => Bodies(r),
            (b, _) => Rename(b["content"]!.AsObject(), "application/vnd.other+json")
        ),
        Mutation.At("response-success-status-changed", r => Success(r), (s, _) => Rename(s.Parent!.AsObject(), "202", s)),
        Mutation.At("response-success-status-removed", r => Success(r), (s, _) => s.Remove("content")),
        Mutation.At(
            "response-success-added",
            r => Success(r).Where(s => !HasContent(s)),
            (s, _) => s["content"] = NewBody(false)["content"]!.DeepClone()
        ),
        Mutation.At("response-body-type-changed", SuccessMedia, (m, _) => m["schema"] = NewSchema()),
        Mutation.At(
            "response-body-became-list",
            SuccessMedia,
            (m, _) => m["schema"] = new JsonObject { ["type"] = "array", ["items"] = m["schema"]!.DeepClone() }
        ),
        Mutation.At(
            "response-body-wrapped",
            SuccessMedia,
            (m, _) =>
                m["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray("data"),
                    ["properties"] = new JsonObject { ["data"] = m["schema"]!.DeepClone() },
                }
        ),
        Mutation.At(
            "response-body-became-nullable",
            SuccessMedia,
            (m, _) => m["schema"] = new JsonObject { ["nullable"] = true, ["allOf"] = new JsonArray(m["schema"]!.DeepClone()) }
        ),
        Mutation.At(
            "response-media-type-changed",
            r => Success(r).Where(s => HasContent(s)),
            (s, _) => Rename(s["content"]!.AsObject(), "application/hal+json")
        ),
        Mutation.At(
            "response-media-type-to-text",
            r => Success(r).Where(s => HasContent(s)),
            (s, _) =>
                s["content"] = new JsonObject { ["text/plain"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } }
        ),
        Mutation.At(
            "response-non-success-status-added",
            r => Operations(r),
            (o, _) => o.Operation["responses"]!["409"] = new JsonObject { ["description"] = "conflict" }
        ),
        Mutation.At("response-non-success-status-removed", Errors, (e, _) => e.Parent!.AsObject().Remove(e.GetPropertyName())),
        Mutation.At(
            "response-header-added",
            r => Success(r),
            (s, _) =>
                s["headers"] = new JsonObject { ["X-Count"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } } }
        ),
    ];

    private static IEnumerable<JsonObject> Without(JsonObject root) =>
        Operations(root)
            .Where(o => o.Method is "post" or "put" or "patch" or "delete" && !o.Operation.ContainsKey("requestBody"))
            .Select(o => o.Operation);

    private static IEnumerable<JsonObject> Media(JsonObject root, string member) =>
        Operations(root).SelectMany(o => Contents(o.Operation[member])).Where(m => m.ContainsKey("schema"));

    private static IEnumerable<JsonObject> Success(JsonObject root) =>
        Operations(root)
            .SelectMany(o => o.Operation["responses"]?.AsObject().Where(r => r.Key.StartsWith('2')).Select(r => r.Value) ?? [])
            .OfType<JsonObject>();

    private static IEnumerable<JsonObject> SuccessMedia(JsonObject root) =>
        Success(root).SelectMany(Contents).Where(m => m.ContainsKey("schema"));

    private static IEnumerable<JsonObject> Errors(JsonObject root) =>
        Operations(root)
            .SelectMany(o => o.Operation["responses"]?.AsObject().Where(r => !r.Key.StartsWith('2')).Select(r => r.Value) ?? [])
            .OfType<JsonObject>();

    private static bool HasContent(JsonObject holder) => holder["content"] is JsonObject { Count: > 0 };

    private static JsonObject NewSchema() =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("other"),
            ["properties"] = new JsonObject
            {
                ["other"] = new JsonObject { ["type"] = "string" },
                ["more"] = new JsonObject { ["type"] = "integer" },
            },
        };

    /// <summary>Returns a body of JSON.</summary>
    public static JsonObject NewBody(bool required)
    {
        JsonObject body = new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = NewSchema() } } };
        if (required)
            body["required"] = true;
        return body;
    }

    private static void Rename(JsonObject holder, string name, JsonNode? value = null)
    {
        value ??= holder.First().Value;
        string old = value!.GetPropertyName();
        holder.Remove(old);
        holder[name] = value;
    }
}
