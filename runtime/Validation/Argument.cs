namespace CfGen.Infrastructure;

/// <summary>What a violation says of the argument that it is about; never its value.</summary>
/// <param name="Name">The C# expression of the argument.</param>
/// <param name="Wire">The name on the wire.</param>
/// <param name="Location">Path, query, header, cookie or body.</param>
/// <param name="At">The JSON pointer of the schema.</param>
/// <param name="BodyPointer">The JSON pointer into the body.</param>
internal readonly record struct Argument(string Name, string Wire, string Location, string At, string? BodyPointer = null);
