using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding;

/// <summary>
/// A document after binding: its operations and types, which refer to each other by node. Lowering makes source files of it.
/// </summary>
/// <param name="Servers">The URLs of the servers, and their variables.</param>
/// <param name="Parameters">The parameters of operations that are options.</param>
/// <param name="Root">The client as the root of the resources.</param>
/// <param name="Resources">The resources that have operations.</param>
/// <param name="SkippedOperations">The operations that could not be bound.</param>
/// <param name="Naming">The names of the operations.</param>
/// <param name="Types">All types that binding declared, in order.</param>
/// <param name="TypeNames">The type names that are taken.</param>
/// <param name="OwnTypes">The types of the project in the places of schemas.</param>
internal sealed record BoundClient(
    ClientNames Names,
    Documentation Documentation,
    ServerBinder Servers,
    EquatableArray<SecuritySchemeModel> SecuritySchemes,
    EquatableArray<ClientParameterModel> Parameters,
    ResourceNode Root,
    IReadOnlyList<BoundResource> Resources,
    IReadOnlyList<SkippedOperation> SkippedOperations,
    OperationNaming Naming,
    IReadOnlyList<TypeNode> Types,
    NameScope TypeNames,
    EquatableArray<OwnTypeModel> OwnTypes
);
