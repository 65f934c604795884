namespace CfGen.Generator.Model;

internal sealed record OperationDocs(Documentation Documentation, SourceLine Line);
