using CfGen.Generator.Binding;
using CfGen.Generator.Documents;
using CfGen.Generator.Lowering;

namespace CfGen.Generator;

/// <summary>
/// The result of one document with the results of the stages before it, for tools that compare them. It must not be cached.
/// </summary>
/// <param name="Loaded">Null where the metadata of the item is not valid.</param>
/// <param name="Bound">Null where the document cannot be read, or a stage failed.</param>
/// <param name="Lowered">Null where <paramref name="Bound"/> is, or lowering failed.</param>
internal sealed record ClientStages(GeneratedClient Client, LoadedDocument? Loaded, BoundClient? Bound, LoweredClient? Lowered);
