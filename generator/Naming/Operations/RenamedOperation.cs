using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>An operation that did not get its name, because another one has it.</summary>
/// <param name="Expected">The name that its path or id gives it.</param>
/// <param name="Given">The name that it has.</param>
/// <param name="Owner">The operation that has the expected name.</param>
internal sealed record RenamedOperation(OperationKey Operation, OperationName Expected, OperationName Given, OperationKey Owner);
