namespace CfGen.Generator.Documents;

/// <summary>The kinds of values in a document. The kind decides which keys of a value can hold references.</summary>
internal enum ElementKind
{
    /// <summary>A value that is not read: the value of an example, an extension, a scalar.</summary>
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

    /// <summary>Documentation. A reference in it is inlined, which OpenAPI does not allow but is common.</summary>
    Description,
}
