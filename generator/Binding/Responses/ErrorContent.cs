using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>The JSON content of an error.</summary>
/// <param name="Component">The schema or response of the components that describes it; null where the operation does.</param>
internal sealed record ErrorContent(string MediaType, SchemaIntersection Schema, string? Component)
{
    /// <returns>Null where the response has no JSON content with a schema.</returns>
    public static ErrorContent? Find(IOpenApiResponse response, OperationKey operation, string status)
    {
        string? component = response is OpenApiResponseReference { Reference.Id: { } id }
            ? "#/components/responses/" + JsonPointer.Escape(id)
            : null;
        foreach (KeyValuePair<string, IOpenApiMediaType> media in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (!MediaTypes.IsJson(media.Key) || media.Value?.Schema is not { } schema)
                continue;
            string pointer = $"{component ?? $"{operation.Pointer}/responses/{status}"}/content/{JsonPointer.Escape(media.Key)}/schema";
            string? described = schema is OpenApiSchemaReference { Reference.Id: { } name } ? "#/components/schemas/" + name : component;
            return new ErrorContent(media.Key, SchemaIntersection.Create(schema, pointer), described);
        }

        return null;
    }
}
