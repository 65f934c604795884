using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>A documented success of an operation: what the server sends, and which part of it the method gives.</summary>
internal sealed class Answer
{
    public Answer(RawDocument document, int status, IReadOnlyList<(string Type, Place Media)> content)
    {
        Status = status;
        (MediaType, Place media) = content.FirstOrDefault(c => IsJson(c.Type), content.Count > 0 ? content[0] : default);
        Media = media;
        if (media["schema"] is null)
            return;
        Schema = new Conjunct(document, media.Below("schema"));
        HashSet<string> members = [.. Schema.Choose((_, _) => 0).Properties().Select(p => p.Name)];
        HasEnvelope = members.Contains("success") && members.Contains("errors");
        HasResult = HasEnvelope && members.Contains("result");
    }

    public int Status { get; }

    /// <summary>Null where the answer has no body.</summary>
    public string? MediaType { get; }

    public Place Media { get; }

    /// <summary>The whole body; null where there is none or it has no schema.</summary>
    public Conjunct? Schema { get; }

    public bool HasEnvelope { get; }

    public bool HasResult { get; }

    public bool IsJsonBody => MediaType is not null && IsJson(MediaType);

    /// <summary>The part of a body that the method gives.</summary>
    public JsonNode? Result(JsonNode? body) => HasResult ? (body as JsonObject)?["result"] : HasEnvelope ? null : body;

    /// <summary>The items of a list: the result, or the one array in it.</summary>
    public JsonArray? Items(JsonNode? body) => Result(body) switch
    {
        JsonArray items => items,
        JsonObject members when members.Count(m => m.Value is JsonArray) == 1 => members.First(m => m.Value is JsonArray).Value!.AsArray(),
        _ => null,
    };

    private static bool IsJson(string type) => type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.Split(';')[0].EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
