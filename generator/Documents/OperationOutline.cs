using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents;

/// <summary>
/// What an operation says of itself, by the tree and before pruning: every operation of the document has one, selected or not, since
/// what one is called may depend on what others are.
/// </summary>
/// <param name="site">Where it stands.</param>
/// <param name="node">Its object.</param>
/// <param name="tag">Its first tag.</param>
/// <param name="result">What it answers.</param>
internal sealed class OperationOutline(OperationKey site, JsonObject node, string? tag, ResponseShape result)
{
    public OperationKey Operation { get; } = site;

    public string? Tag { get; } = tag;

    public ResponseShape Response { get; } = result;

    public string? Summary { get; } = node["summary"].AsString();

    public bool IsDeprecated { get; } = node["deprecated"].IsTrue();

    /// <summary>Whether it says itself what media types it gives, as Swagger 2.0 has it.</summary>
    public bool HasProduces { get; } = node["produces"] is JsonArray { Count: > 0 };

    /// <summary>An <c>x-</c> member; null where there is none.</summary>
    public JsonNode? GetExtension(string name) => node[name];
}
