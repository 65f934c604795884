using CfGen.Generator.Model;
using CfGen.Generator.Reading;

namespace CfGen.Generator.Binding;

/// <summary>A document after binding: the texts to emit, and what could not be honoured.</summary>
internal sealed record BoundClient(string Namespace, EquatableArray<UnitModel> Units, EquatableArray<Finding> Findings)
{
    public static BoundClient Nothing(IEnumerable<Finding> findings) => new("", [], findings.ToEquatable());
}
