namespace CfGen.Generator.Documents;

/// <summary>A component of the document that is no schema.</summary>
/// <param name="Kind">The section: <c>responses</c>, <c>requestBodies</c> or <c>parameters</c>.</param>
internal sealed record ComponentKey(string Kind, string Id);
