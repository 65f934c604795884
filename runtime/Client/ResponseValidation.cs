namespace CfGen;

/// <summary>What happens when an answer breaks the document.</summary>
public enum ResponseValidation
{
    /// <summary>A missing required property or a value of another type is an <see cref="ApiResponseFormatException"/>.</summary>
    Strict,

    /// <summary>
    /// A missing required property or a value of another type reads as the default of its type,
    /// so that a member which is declared as never null may be null.
    /// </summary>
    Lenient,
}
