using CfGen.Generator.Keeping;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>The models of a client, ready to be emitted.</summary>
/// <param name="Unions">The unions among the types, in the order of binding.</param>
/// <param name="Types">The final names of the types, by the naming rules.</param>
internal sealed record LoweredClient(EquatableArray<SourceFileModel> SourceFiles, IReadOnlyList<UnionModel> Unions, FinalTypes Types)
{
    /// <summary>The surface that the client has from its listing; null without one.</summary>
    public KeptSurface? Kept { get; init; }
}
