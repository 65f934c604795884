using CfGen.Generator.Binding.Types;

namespace CfGen.Generator.Lowering;

/// <summary>A type under its final name, which stands for all nodes that are equal to it.</summary>
/// <param name="Node">The first of the equal nodes.</param>
/// <param name="EqualNodes">All of them, <paramref name="Node"/> included.</param>
/// <param name="Usage">The use of all of them.</param>
internal sealed record FinalType(TypeNode Node, string Name, IReadOnlyList<TypeNode> EqualNodes, NodeUsage Usage)
{
    public bool IsUsed => Usage.Resources.Count > 0;
}
