using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>All types under their final names; of types that are one, the one that stands for them.</summary>
/// <param name="byReference">By what types and operations called them while they were bound.</param>
/// <param name="bothWays">Whether the project wants readers and writers of all types.</param>
internal sealed class NamedTypes(IReadOnlyDictionary<string, TypeNode> byReference, bool bothWays)
{
    public bool BothWays => bothWays;

    /// <summary>Each type once.</summary>
    public IEnumerable<TypeNode> Types => byReference.Values.Distinct();

    public bool IsChecked(TypeRef type) => RecordNode.Element(type) is NamedType named && byReference[named.Name].IsChecked;

    /// <summary>The reference with final names.</summary>
    public TypeRef Final(TypeRef type) => type switch
    {
        NamedType named => byReference[named.Name].Name is { } name && name != named.Name ? named with { Name = name } : named,
        ListType list => new ListType(Final(list.Item)),
        MapType map => new MapType(Final(map.Value)),
        NullableType nullable => new NullableType(Final(nullable.Inner)),
        _ => type,
    };

    public OperationModel Final(OperationModel operation) => operation with
    {
        Parameters = operation.Parameters.Select(p => p with { Type = Final(p.Type) }).ToEquatable(),
        Body = operation.Body is { } body ? body with { Type = Final(body.Type) } : null,
        Response = operation.Response.Result is { } result ? operation.Response with { Result = Final(result) } : operation.Response,
        Paging = operation.Paging is { } paging ? paging with { Item = Final(paging.Item) } : null,
    };
}
