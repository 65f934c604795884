namespace CfGen.Generator.Model;

/// <param name="AccessModifier">C#'s keyword.</param>
/// <param name="UsesRecords">Records, or classes.</param>
/// <param name="HasInterfaces">Whether client and resources have interfaces.</param>
internal sealed record SourceFileContext(string Namespace, string AccessModifier, bool UsesRecords, bool HasInterfaces);
