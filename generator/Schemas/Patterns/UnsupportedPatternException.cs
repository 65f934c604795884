namespace CfGen.Generator.Schemas.Patterns;

/// <summary>A pattern has a form that no expression of .NET matches.</summary>
/// <param name="message">The problem, without its subject, as in <c>a group is not closed</c>.</param>
internal sealed class UnsupportedPatternException(string message) : Exception(message);
