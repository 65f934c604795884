using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>
/// The union of a schema with a discriminator and of all schemas that build on it by <c>allOf</c>. The document has it as one schema, the
/// base; here the base is a component of its own.
/// </summary>
internal sealed class HierarchySchema(OpenApiSchemaReference baseSchema) : OpenApiSchema
{
    /// <summary>The base: what <c>allOf</c> of the schema means.</summary>
    public OpenApiSchemaReference BaseSchema { get; } = baseSchema;
}
