using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>A reference to follow: a <c>$ref</c>, or a value of a discriminator mapping.</summary>
internal sealed record PendingReference(
    JsonObject Holder,
    string Reference,
    string? MappingKey,
    ElementKind Kind,
    bool IsMap,
    TraversalContext Context
);
