using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>The models of a client, ready to be emitted.</summary>
/// <param name="Unions">The unions among the types, in the order of binding.</param>
/// <param name="Types">The final names of the types.</param>
internal sealed record LoweredClient(EquatableArray<SourceFileModel> SourceFiles, IReadOnlyList<UnionModel> Unions, FinalTypes Types);
