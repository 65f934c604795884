namespace CfGen.Generator.Model;

/// <summary>The JSON forms of a number.</summary>
internal enum NumberText
{
    /// <summary>A JSON number.</summary>
    None,

    /// <summary>A JSON number, or a string that holds one. It is written as a number.</summary>
    Read,

    /// <summary>A JSON number, or a string that holds one. It is written as a string.</summary>
    Write,
}
