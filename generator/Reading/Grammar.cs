namespace CfGen.Generator.Reading;

/// <summary>What a value of a document is, as far as references in it go.</summary>
internal enum Kind
{
    /// <summary>Nothing that is read: an example's value, an extension, a scalar.</summary>
    None,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    Schema,
    Discriminator,
    Example,
    Link,
    Callback,
    SecurityScheme,

    /// <summary>Documentation: a reference in it is inlined, off the rules but common.</summary>
    Prose,
}

/// <summary>What stands under a key: one value of a kind, or a list or map of them (a list is told by its brackets).</summary>
internal readonly record struct Slot(Kind Kind, bool IsMap = false)
{
    public static Slot None { get; } = new(Kind.None);
}

/// <summary>Which key of which object holds what. Keys that hold no reference are <see cref="Slot.None"/>.</summary>
internal static class Grammar
{
    /// <summary>The methods that a path item may have, in the order of the specification; <c>query</c> is 3.2.</summary>
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static bool IsMethod(string key) => Array.IndexOf(Methods, key) >= 0;

    public static Slot Under(Kind kind, string key) => kind switch
    {
        Kind.PathItem => key switch
        {
            "parameters" => new(Kind.Parameter),
            "additionalOperations" => new(Kind.Operation, IsMap: true),
            _ => IsMethod(key) ? new(Kind.Operation) : Slot.None,
        },
        Kind.Operation => key switch
        {
            "parameters" => new(Kind.Parameter),
            "requestBody" => new(Kind.RequestBody),
            "responses" => new(Kind.Response, IsMap: true),
            "callbacks" => new(Kind.Callback, IsMap: true),
            "description" or "summary" => new(Kind.Prose),
            _ => Slot.None,
        },
        Kind.Parameter or Kind.Header => key switch
        {
            "schema" or "items" => new(Kind.Schema),
            "content" => new(Kind.MediaType, IsMap: true),
            "examples" => new(Kind.Example, IsMap: true),
            "description" => new(Kind.Prose),
            _ => Slot.None,
        },
        Kind.RequestBody => key switch
        {
            "content" => new(Kind.MediaType, IsMap: true),
            "description" => new(Kind.Prose),
            _ => Slot.None,
        },
        Kind.Response => key switch
        {
            "content" => new(Kind.MediaType, IsMap: true),
            "headers" => new(Kind.Header, IsMap: true),
            "links" => new(Kind.Link, IsMap: true),
            "schema" => new(Kind.Schema),
            "description" => new(Kind.Prose),
            _ => Slot.None,
        },
        Kind.MediaType => key switch
        {
            "schema" or "itemSchema" => new(Kind.Schema),
            "examples" => new(Kind.Example, IsMap: true),
            "encoding" => new(Kind.Encoding, IsMap: true),
            "prefixEncoding" or "itemEncoding" => new(Kind.Encoding),
            _ => Slot.None,
        },
        Kind.Encoding => key switch
        {
            "headers" => new(Kind.Header, IsMap: true),
            "encoding" => new(Kind.Encoding, IsMap: true),
            "prefixEncoding" or "itemEncoding" => new(Kind.Encoding),
            _ => Slot.None,
        },
        Kind.Schema => key switch
        {
            "properties" or "patternProperties" or "dependentSchemas" or "definitions" or "$defs" => new(Kind.Schema, IsMap: true),
            "items" or "additionalProperties" or "not" or "allOf" or "oneOf" or "anyOf" or "prefixItems" or "contains" or "propertyNames"
                or "if" or "then" or "else" or "unevaluatedItems" or "unevaluatedProperties" or "additionalItems" or "contentSchema"
                => new(Kind.Schema),
            "discriminator" => new(Kind.Discriminator),
            "description" => new(Kind.Prose),
            _ => Slot.None,
        },
        Kind.Callback => key.StartsWith("x-", StringComparison.Ordinal) ? Slot.None : new(Kind.PathItem),
        Kind.Prose => new(Kind.Prose),
        _ => Slot.None,
    };

    /// <summary>Where components of a kind are declared: <c>#/components/schemas/</c>; null where the version has no such place.</summary>
    public static string[]? Section(Kind kind, SpecVersion version) => version.Is2
        ? kind switch
        {
            Kind.Schema => ["definitions"],
            Kind.Parameter => ["parameters"],
            Kind.Response => ["responses"],
            Kind.SecurityScheme => ["securityDefinitions"],
            _ => null,
        }
        : kind switch
        {
            Kind.Schema => ["components", "schemas"],
            Kind.Parameter => ["components", "parameters"],
            Kind.RequestBody => ["components", "requestBodies"],
            Kind.Response => ["components", "responses"],
            Kind.Header => ["components", "headers"],
            Kind.Example => ["components", "examples"],
            Kind.Link => ["components", "links"],
            Kind.Callback => ["components", "callbacks"],
            Kind.SecurityScheme => ["components", "securitySchemes"],
            Kind.MediaType when version.Minor >= 2 => ["components", "mediaTypes"],
            _ => null,
        };

    /// <summary>The sections of components that pruning looks through; others (extensions) stay.</summary>
    public static bool IsSection(string key, SpecVersion version) => version.Is2
        ? key is "definitions" or "parameters" or "responses" or "securityDefinitions"
        : key is "schemas" or "parameters" or "requestBodies" or "responses" or "headers" or "examples" or "links" or "callbacks"
            or "securitySchemes" or "pathItems" or "mediaTypes";
}
