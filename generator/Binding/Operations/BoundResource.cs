using CfGen.Generator.Documents;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Operations;

/// <summary>A resource with its operations.</summary>
internal sealed record BoundResource(ResourceNode Node, IReadOnlyList<BoundOperation> Operations);

/// <summary>One method of an operation. The types in its model are <see cref="Types.BoundType"/>s, which Lowering replaces.</summary>
internal sealed record BoundOperation(OperationKey Key, OperationModel Model)
{
    /// <summary>The bodies of errors that no component describes: their types are named after all others.</summary>
    public EquatableArray<ErrorBodyModel> OtherErrors { get; init; } = [];
}

/// <summary>An operation that could not be bound.</summary>
/// <param name="Reason">The reason as a clause, without a period.</param>
internal sealed record SkippedOperation(OperationKey Key, string Reason);
