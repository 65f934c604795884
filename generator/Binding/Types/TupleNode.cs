using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>An array whose positions have types of their own, as a record or class.</summary>
internal sealed class TupleNode(string? name, InlineTypeName? inlineName, ResourceScope? scope, Documentation documentation)
    : TypeNode(name, inlineName, scope, documentation)
{
    /// <summary>The positions; the name in JSON is the index. The optional ones are the last ones.</summary>
    public List<PropertyNode> Positions { get; } = [];

    /// <summary>The items after the positions; null where there are none.</summary>
    public TupleRestModel? Rest { get; set; }

    public override IEnumerable<TypeRef> ReferencedTypes => Positions.Select(p => p.Type).Concat(Rest is null ? [] : [Rest.Item]);

    public override bool HasConstraints => Rest is { MaxItems: not null } || Positions.Exists(p => p.HasConstraints);
}
