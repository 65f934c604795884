using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>The types of a client under their final names.</summary>
internal sealed class FinalTypes
{
    private readonly IReadOnlyDictionary<TypeNode, FinalType> _byNode;

    /// <param name="nodes">All nodes, in the order of binding.</param>
    /// <param name="byNode">The final type of each node that has one: all but unused inline types.</param>
    public FinalTypes(IReadOnlyList<TypeNode> nodes, IReadOnlyDictionary<TypeNode, FinalType> byNode)
    {
        _byNode = byNode;
        Used =
        [
            .. nodes
                .Select(n => byNode.TryGetValue(n, out FinalType? type) ? type : null)
                .OfType<FinalType>()
                .Distinct()
                .Where(t => t.IsUsed),
        ];
    }

    /// <summary>Each type that a resource uses, once.</summary>
    public IReadOnlyList<FinalType> Used { get; }

    public FinalType GetFinal(TypeNode node) => _byNode[node];

    public bool RequiresValidation(TypeRef type) =>
        BoundType.GetElementType(type) is BoundType bound && _byNode[bound.Node].Usage.RequiresValidation;

    /// <summary>The type with final names in the place of nodes.</summary>
    public TypeRef Resolve(TypeRef type) =>
        type switch
        {
            BoundType bound => new NamedType(_byNode[bound.Node].Name, bound.Node is EnumNode ? NamedKind.Enum : NamedKind.Model),
            ListType list => new ListType(Resolve(list.Item)),
            MapType map => new MapType(Resolve(map.Value)),
            NullableType nullable => new NullableType(Resolve(nullable.Inner)),
            _ => type,
        };

    /// <param name="otherErrors">The bodies of the operation's errors that the model does not have.</param>
    public OperationModel Resolve(OperationModel operation, EquatableArray<ErrorBodyModel> otherErrors) =>
        operation with
        {
            Parameters = operation.Parameters.Select(p => p with { Type = Resolve(p.Type) }).ToEquatable(),
            Body = operation.Body is { } sent ? sent with { Type = Resolve(sent.Type) } : null,
            Response = operation.Response.Result is { } result ? operation.Response with { Result = Resolve(result) } : operation.Response,
            Errors = Resolve(operation.Errors.Concat(otherErrors)),
            Paging = operation.Paging is { } paging
                ? paging with
                {
                    Item = Resolve(paging.Item),
                    Body = paging.Body is { } body ? Resolve(body) : null,
                }
                : null,
        };

    /// <summary>The bodies of errors by their final types: bodies of several schemas can have become one type.</summary>
    private EquatableArray<ErrorBodyModel> Resolve(IEnumerable<ErrorBodyModel> errors) =>
        errors
            .GroupBy(e => e.Type is { } type ? Resolve(type) : null)
            .Select(same => new ErrorBodyModel(
                same.SelectMany(e => e.Statuses).OrderBy(s => s, StringComparer.Ordinal).ToEquatable(),
                same.Key
            ))
            .OrderBy(e => e.Statuses[0], StringComparer.Ordinal)
            .ToEquatable();
}
