namespace CfGen.Serialization;

/// <summary>
/// Ends a read that fails. The code that began the read turns it into a public exception. It holds an offset only, and
/// <see cref="JsonLocation"/> finds path and line from that, so that a read that succeeds does no work for errors.
/// </summary>
internal sealed class JsonReadException(string message, long offset, string? missingProperty = null) : Exception(message)
{
    /// <summary>The offset of the token at which the read stopped.</summary>
    public long Offset { get; } = offset;

    /// <summary>The name of the missing property, if the object that ends at <see cref="Offset"/> lacks one.</summary>
    public string? MissingProperty { get; } = missingProperty;
}
