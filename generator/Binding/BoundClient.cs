using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding;

/// <summary>A document after binding: the texts to emit, and what could not be honoured.</summary>
internal sealed record BoundClient(string Namespace, EquatableArray<SourceFileModel> SourceFiles, EquatableArray<Finding> Findings)
{
    public static BoundClient CreateEmpty(IEnumerable<Finding> findings) => new("", [], findings.ToEquatable());
}
