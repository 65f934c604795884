using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>All types under their final names; of types that are one, the one that stands for them.</summary>
/// <param name="byReference">By what types and operations called them while they were bound.</param>
/// <param name="serializeAllTypes">Whether the project wants readers and writers of all types.</param>
internal sealed class FinalTypes(IReadOnlyDictionary<string, TypeNode> byReference, bool serializeAllTypes)
{
    public bool SerializeAllTypes => serializeAllTypes;

    /// <summary>Each type once.</summary>
    public IEnumerable<TypeNode> Types => byReference.Values.Distinct();

    public bool RequiresValidation(TypeRef type) =>
        RecordNode.GetElementType(type) is NamedType named && byReference[named.Name].RequiresValidation;

    /// <summary>The reference with final names.</summary>
    public TypeRef ResolveNames(TypeRef type) =>
        type switch
        {
            NamedType named => byReference[named.Name].Name is { } name && name != named.Name ? named with { Name = name } : named,
            ListType list => new ListType(ResolveNames(list.Item)),
            MapType map => new MapType(ResolveNames(map.Value)),
            NullableType nullable => new NullableType(ResolveNames(nullable.Inner)),
            _ => type,
        };

    public OperationModel ResolveNames(OperationModel operation) =>
        operation with
        {
            Parameters = operation.Parameters.Select(p => p with { Type = ResolveNames(p.Type) }).ToEquatable(),
            Body = operation.Body is { } body ? body with { Type = ResolveNames(body.Type) } : null,
            Response = operation.Response.Result is { } result
                ? operation.Response with
                {
                    Result = ResolveNames(result),
                }
                : operation.Response,
            Paging = operation.Paging is { } paging ? paging with { Item = ResolveNames(paging.Item) } : null,
        };
}
