namespace CfGen.Pipeline;

/// <summary>The handling of the body of a successful response.</summary>
internal enum BodyHandling : byte
{
    /// <summary>The body is read into the message.</summary>
    Read,

    /// <summary>The body stays open if the document declares it as the value of the operation.</summary>
    OpenValue,

    /// <summary>The body stays open, whatever the document says of it.</summary>
    OpenAny,
}
