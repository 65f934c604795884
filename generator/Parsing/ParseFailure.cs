namespace CfGen.Generator.Parsing;

/// <summary>The problem of a text that is not valid.</summary>
/// <param name="Detail">The message of the parser as a clause, without a period; empty where the kind says everything.</param>
internal sealed record ParseFailure(ParseFailureKind Kind, string Detail = "");

internal enum ParseFailureKind
{
    /// <summary>The text breaks the grammar of JSON or YAML.</summary>
    Syntax,

    /// <summary>The text has no value.</summary>
    Empty,

    /// <summary>The aliases of a YAML text expand to too many values.</summary>
    TooLarge,
}
