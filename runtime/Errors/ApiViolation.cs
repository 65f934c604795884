namespace CfGen;

/// <summary>A rule of the document that an argument violates. Never holds the argument's value.</summary>
/// <param name="Parameter">The C# name of the parameter.</param>
/// <param name="Name">The name in the document.</param>
/// <param name="Location"><c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c> or <c>body</c>.</param>
/// <param name="Rule">The rule as in the document, such as <c>format: uuid</c> or <c>maxLength: 32</c>.</param>
/// <param name="Message">A sentence that describes the violation.</param>
/// <param name="Pointer">The JSON pointer of the schema that declares the rule.</param>
/// <param name="BodyPointer">The JSON pointer of the value in the body; null for other parameters.</param>
public sealed record ApiViolation(
    string Parameter,
    string Name,
    string Location,
    string Rule,
    string Message,
    string Pointer,
    string? BodyPointer = null
);
