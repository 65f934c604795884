namespace CfGen;

/// <summary>The handling of responses that violate the document.</summary>
public enum ResponseValidation
{
    /// <summary>
    /// Throws an <see cref="ApiResponseFormatException"/> for a missing required property and for a value of another type.
    /// </summary>
    Strict,

    /// <summary>
    /// Reads a missing required property, and a value of another type, as the default of its type. A property that is declared as not
    /// nullable may be null then.
    /// </summary>
    Lenient,
}
