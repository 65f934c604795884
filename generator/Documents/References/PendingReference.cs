using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>A reference to follow: a <c>$ref</c>, or a value of a discriminator mapping.</summary>
/// <param name="IsNested">The reference is a schema inside a schema. If it cannot be resolved, it costs this place only.</param>
internal sealed record PendingReference(
    JsonObject Holder,
    string Reference,
    string? MappingKey,
    ElementKind Kind,
    bool IsMap,
    bool IsNested,
    TraversalContext Context
);
