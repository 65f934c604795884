namespace CfGen;

/// <summary>One rule of the document that an argument breaks. Never holds the argument's value.</summary>
/// <param name="Parameter">The C# name of the parameter.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Location"><c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c> or <c>body</c>.</param>
/// <param name="Rule">The rule as the document writes it, such as <c>format: uuid</c> or <c>maxLength: 32</c>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Pointer">The JSON pointer of the schema that states the rule.</param>
/// <param name="BodyPointer">For bodies the JSON pointer into the body, else null.</param>
public sealed record ApiViolation(
    string Parameter,
    string Name,
    string Location,
    string Rule,
    string Message,
    string Pointer,
    string? BodyPointer = null
);
