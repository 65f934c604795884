namespace CfGen.Validation;

/// <summary>What a violation says of the argument that it is about; never its value.</summary>
/// <param name="Expression">The C# expression of the argument.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Location">Path, query, header, cookie or body.</param>
/// <param name="SchemaPointer">The JSON pointer of the schema.</param>
/// <param name="BodyPointer">The JSON pointer into the body.</param>
internal readonly record struct Argument(string Expression, string Name, string Location, string SchemaPointer, string? BodyPointer = null);
