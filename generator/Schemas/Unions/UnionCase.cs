using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>One case of a union: a schema of one JSON type.</summary>
internal sealed record UnionCase(SchemaIntersection Schema, ResolvedSchema Resolved, JsonSchemaType JsonType)
{
    /// <summary>The values of the discriminator property that select the case.</summary>
    public EquatableArray<string> DiscriminatorValues { get; init; } = EquatableArray<string>.Empty;

    /// <summary>True where the values are only the name of the component, which the API need not send.</summary>
    public bool HasImplicitMapping { get; init; }

    /// <summary>True where the other cases build on this one.</summary>
    public bool IsBase { get; init; }

    /// <summary>True where the values alone select the case: no other case has one of them, and every value of this case has one.</summary>
    public bool IsDiscriminated { get; init; }
}
