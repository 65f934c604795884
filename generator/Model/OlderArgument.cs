namespace CfGen.Generator.Model;

/// <summary>An argument of a signature that stays.</summary>
/// <param name="Name">The C# name, not escaped.</param>
/// <param name="Place">The place in the request: one of <see cref="OperationArgument.Place"/>.</param>
/// <param name="Type">The type in C#; for lines of JSON, that of a line.</param>
/// <param name="IsOptional">True if a call can leave it out.</param>
internal sealed record OlderArgument(string Name, string Place, TypeRef Type, bool IsOptional);
