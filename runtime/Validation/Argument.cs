namespace CfGen.Validation;

/// <summary>Identifies the argument of a call that a violation is about. It never holds the value of the argument.</summary>
/// <param name="Expression">The C# expression of the argument.</param>
/// <param name="Name">The name in the request.</param>
/// <param name="Location">Path, query, header, cookie or body.</param>
/// <param name="SchemaPointer">The JSON pointer of the schema in the document.</param>
/// <param name="BodyPointer">The JSON pointer into the body.</param>
internal readonly record struct Argument(string Expression, string Name, string Location, string SchemaPointer, string? BodyPointer = null)
{
    /// <summary>The key that the violation is about, if it is about a key of the map at the pointer; else null.</summary>
    public string? Key { get; init; }
}
