using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>
/// Copies the extensions that name the values of an enum from parameters to their schemas. Parameters of Swagger 2.0 are their own schema,
/// which the OpenAPI library separates from the extensions; in later documents some authors write them there as well.
/// </summary>
internal static class ParameterEnumNames
{
    public static void Copy(OpenApiDocument? document)
    {
        foreach (IOpenApiParameter parameter in document?.Components?.Parameters?.Values ?? [])
            Copy(parameter);
        foreach (IOpenApiPathItem item in document?.Paths?.Values ?? Enumerable.Empty<IOpenApiPathItem>())
        {
            foreach (IOpenApiParameter parameter in item.Parameters ?? [])
                Copy(parameter);
            foreach (IOpenApiParameter parameter in item.Operations?.Values.SelectMany(o => o.Parameters ?? []) ?? [])
                Copy(parameter);
        }
    }

    private static void Copy(IOpenApiParameter parameter)
    {
        if (parameter is not OpenApiParameter { Extensions.Count: > 0 } own || FindEnum(own.Schema) is not { } schema)
            return;
        foreach (KeyValuePair<string, IOpenApiExtension> extension in own.Extensions)
        {
            if (!EnumKeywords.All.Contains(extension.Key))
                continue;
            schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            if (!schema.Extensions.ContainsKey(extension.Key))
                schema.Extensions.Add(extension.Key, extension.Value);
        }
    }

    /// <summary>The enum of a value, or of the items of a list of them. That of a component has names of its own.</summary>
    private static OpenApiSchema? FindEnum(IOpenApiSchema? schema) =>
        schema switch
        {
            OpenApiSchema { Enum.Count: > 0 } values => values,
            OpenApiSchema { Items: OpenApiSchema { Enum.Count: > 0 } items } => items,
            _ => null,
        };
}
