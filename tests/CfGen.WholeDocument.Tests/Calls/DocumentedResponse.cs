using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>A documented success of an operation: what the server sends, and which part of it the method gives.</summary>
internal sealed class DocumentedResponse
{
    public DocumentedResponse(RawDocument document, int status, IReadOnlyList<(string Type, DocumentNode Media)> content)
    {
        Status = status;
        (MediaType, DocumentNode media) = content.FirstOrDefault(c => IsJson(c.Type), content.Count > 0 ? content[0] : default);
        Media = media;
        if (media["schema"] is null)
            return;
        Schema = new SchemaIntersection(document, media.GetChild("schema"));
        HashSet<string> members = [.. Schema.SelectBranches((_, _) => 0).GetProperties().Select(p => p.Name)];
        HasEnvelope = members.Contains("success") && members.Contains("errors");
        HasResult = HasEnvelope && members.Contains("result");
    }

    public int Status { get; }

    /// <summary>Null where the response has no body.</summary>
    public string? MediaType { get; }

    public DocumentNode Media { get; }

    /// <summary>The whole body; null where there is none or it has no schema.</summary>
    public SchemaIntersection? Schema { get; }

    public bool HasEnvelope { get; }

    public bool HasResult { get; }

    public bool IsJsonBody => MediaType is not null && IsJson(MediaType);

    /// <summary>The part of a body that the method gives.</summary>
    public JsonNode? GetResult(JsonNode? body) =>
        HasResult ? (body as JsonObject)?["result"]
        : HasEnvelope ? null
        : body;

    /// <summary>The items of a list: the result, or the one array in it.</summary>
    public JsonArray? GetItems(JsonNode? body) =>
        GetResult(body) switch
        {
            JsonArray items => items,
            JsonObject members when members.Count(m => m.Value is JsonArray) == 1 => members
                .First(m => m.Value is JsonArray)
                .Value!.AsArray(),
            _ => null,
        };

    private static bool IsJson(string type) =>
        type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Split(';')[0].EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
