namespace CfGen.Generator.Reading;

/// <summary>One pattern of the selection.</summary>
internal sealed class OperationPattern;
