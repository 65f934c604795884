namespace CfGen.Generator.Documents;

/// <summary>The keywords of OpenAPI: the kind of the value that each key of each kind of object has.</summary>
internal static class OpenApiKeywords
{
    /// <summary>The HTTP methods of a path item, in the order of the specification. <c>query</c> is new in 3.2.</summary>
    public static readonly string[] HttpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static bool IsHttpMethod(string key) => Array.IndexOf(HttpMethods, key) >= 0;

    // Size: one table of the keywords, which reads like the specification.
    /// <summary>
    /// Returns the kind of the value of a key. It is one table, and longer than other methods, so that it reads like the specification.
    /// </summary>
    public static ChildElement GetChild(ElementKind kind, string key) =>
        kind switch
        {
            ElementKind.PathItem => key switch
            {
                "parameters" => new(ElementKind.Parameter),
                "additionalOperations" => new(ElementKind.Operation, IsMap: true),
                _ => IsHttpMethod(key) ? new(ElementKind.Operation) : ChildElement.None,
            },
            ElementKind.Operation => key switch
            {
                "parameters" => new(ElementKind.Parameter),
                "requestBody" => new(ElementKind.RequestBody),
                "responses" => new(ElementKind.Response, IsMap: true),
                "callbacks" => new(ElementKind.Callback, IsMap: true),
                "description" or "summary" => new(ElementKind.Description),
                _ => ChildElement.None,
            },
            ElementKind.Parameter or ElementKind.Header => key switch
            {
                "schema" or "items" => new(ElementKind.Schema),
                "content" => new(ElementKind.MediaType, IsMap: true),
                "examples" => new(ElementKind.Example, IsMap: true),
                "description" => new(ElementKind.Description),
                _ => ChildElement.None,
            },
            ElementKind.RequestBody => key switch
            {
                "content" => new(ElementKind.MediaType, IsMap: true),
                "description" => new(ElementKind.Description),
                _ => ChildElement.None,
            },
            ElementKind.Response => key switch
            {
                "content" => new(ElementKind.MediaType, IsMap: true),
                "headers" => new(ElementKind.Header, IsMap: true),
                "links" => new(ElementKind.Link, IsMap: true),
                "schema" => new(ElementKind.Schema),
                "description" => new(ElementKind.Description),
                _ => ChildElement.None,
            },
            ElementKind.MediaType => key switch
            {
                "schema" or "itemSchema" => new(ElementKind.Schema),
                "examples" => new(ElementKind.Example, IsMap: true),
                "encoding" => new(ElementKind.Encoding, IsMap: true),
                "prefixEncoding" or "itemEncoding" => new(ElementKind.Encoding),
                _ => ChildElement.None,
            },
            ElementKind.Encoding => key switch
            {
                "headers" => new(ElementKind.Header, IsMap: true),
                "encoding" => new(ElementKind.Encoding, IsMap: true),
                "prefixEncoding" or "itemEncoding" => new(ElementKind.Encoding),
                _ => ChildElement.None,
            },
            ElementKind.Schema => key switch
            {
                "properties" or "patternProperties" or "dependentSchemas" or "definitions" or "$defs" => new(
                    ElementKind.Schema,
                    IsMap: true
                ),
                "items"
                or "additionalProperties"
                or "not"
                or "allOf"
                or "oneOf"
                or "anyOf"
                or "prefixItems"
                or "contains"
                or "propertyNames"
                or "if"
                or "then"
                or "else"
                or "unevaluatedItems"
                or "unevaluatedProperties"
                or "additionalItems"
                or "contentSchema" => new(ElementKind.Schema),
                "discriminator" => new(ElementKind.Discriminator),
                "description" => new(ElementKind.Description),
                _ => ChildElement.None,
            },
            ElementKind.Callback => key.StartsWith("x-", StringComparison.Ordinal) ? ChildElement.None : new(ElementKind.PathItem),
            ElementKind.Description => new(ElementKind.Description),
            _ => ChildElement.None,
        };

    /// <summary>
    /// Returns the path to the components of a kind, such as <c>components</c>, <c>schemas</c>; null where the version has none.
    /// </summary>
    public static string[]? GetComponentSection(ElementKind kind, SpecVersion version) =>
        version.IsSwagger2
            ? kind switch
            {
                ElementKind.Schema => ["definitions"],
                ElementKind.Parameter => ["parameters"],
                ElementKind.Response => ["responses"],
                ElementKind.SecurityScheme => ["securityDefinitions"],
                _ => null,
            }
            : kind switch
            {
                ElementKind.Schema => ["components", "schemas"],
                ElementKind.Parameter => ["components", "parameters"],
                ElementKind.RequestBody => ["components", "requestBodies"],
                ElementKind.Response => ["components", "responses"],
                ElementKind.Header => ["components", "headers"],
                ElementKind.Example => ["components", "examples"],
                ElementKind.Link => ["components", "links"],
                ElementKind.Callback => ["components", "callbacks"],
                ElementKind.SecurityScheme => ["components", "securitySchemes"],
                ElementKind.MediaType when version.Minor >= 2 => ["components", "mediaTypes"],
                _ => null,
            };

    /// <summary>True for the sections of components that pruning cuts. Others, such as extensions, stay.</summary>
    public static bool IsComponentSection(string key, SpecVersion version) =>
        version.IsSwagger2
            ? key is "definitions" or "parameters" or "responses" or "securityDefinitions"
            : key
                is "schemas"
                    or "parameters"
                    or "requestBodies"
                    or "responses"
                    or "headers"
                    or "examples"
                    or "links"
                    or "callbacks"
                    or "securitySchemes"
                    or "pathItems"
                    or "mediaTypes";
}
