using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents;

/// <summary>
/// The facts of an operation that names, and the paging of other operations, depend on, read before pruning. Every operation of the
/// document has one, selected or not, because the name of one operation can depend on the others.
/// </summary>
/// <param name="site">The identity of the operation.</param>
/// <param name="node">The object of the operation.</param>
/// <param name="tag">The first tag.</param>
/// <param name="result">The shape of its response.</param>
/// <param name="queryParameters">The query parameters of a list whose response describes its page.</param>
internal sealed class OperationOutline(
    OperationKey site,
    JsonObject node,
    string? tag,
    ResponseShape result,
    IReadOnlyList<QueryParameterOutline> queryParameters
)
{
    public OperationKey Operation { get; } = site;

    public string? Tag { get; } = tag;

    public ResponseShape Response { get; } = result;

    public IReadOnlyList<QueryParameterOutline> QueryParameters { get; } = queryParameters;

    public string? Summary { get; } = node["summary"].AsString();

    public string? Description { get; } = node["description"].AsString();

    public bool IsDeprecated { get; } = node["deprecated"].IsTrue();

    /// <summary>The operation itself lists the media types of its responses (Swagger 2.0).</summary>
    public bool HasProduces { get; } = node["produces"] is JsonArray { Count: > 0 };

    /// <summary>Returns an <c>x-</c> member; null where there is none.</summary>
    public JsonNode? GetExtension(string name) => node[name];
}
