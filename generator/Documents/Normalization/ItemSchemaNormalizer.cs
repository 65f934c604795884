using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Writes the <c>itemSchema</c> of a media type as a list of items in documents before 3.2, whose reader of the OpenAPI library does not
/// know the keyword. An extension tells such a list from one that the document has.
/// </summary>
internal static class ItemSchemaNormalizer
{
    private const string Keyword = "itemSchema";
    private const string ItemSchemaExtension = "x-cfgen-item-schema";

    /// <summary>Writes the schema of the items of a media type as that of a list.</summary>
    public static void Normalize(JsonObject mediaType)
    {
        if (mediaType[Keyword] is not JsonObject item)
            return;
        mediaType.Remove(Keyword);
        mediaType["schema"] = new JsonObject { ["type"] = "array", ["items"] = item };
        mediaType[ItemSchemaExtension] = true;
    }

    /// <summary>Returns the schema of the items; null where the document has none.</summary>
    public static IOpenApiSchema? Find(IOpenApiMediaType? mediaType) =>
        mediaType?.Extensions?.ContainsKey(ItemSchemaExtension) is true ? mediaType.Schema?.Items : null;
}
