using System.Runtime.CompilerServices;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Compares schemas by reference. The library compares references by their content.</summary>
internal sealed class SchemaReferenceComparer : IEqualityComparer<IOpenApiSchema>
{
    public static SchemaReferenceComparer Instance { get; } = new();

    public bool Equals(IOpenApiSchema? x, IOpenApiSchema? y) => ReferenceEquals(x, y);

    public int GetHashCode(IOpenApiSchema obj) => RuntimeHelpers.GetHashCode(obj);
}
