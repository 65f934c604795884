namespace CfGen.Serialization;

/// <summary>
/// Raised inside a read and turned into a public exception where the read began. It knows the offset only:
/// path and line are found by <see cref="JsonLocation"/> when somebody asks, so that a read that succeeds pays nothing.
/// </summary>
internal sealed class JsonReadException(string message, long offset, string? member = null) : Exception(message)
{
    /// <summary>The start of the token at which the read stopped.</summary>
    public long Offset { get; } = offset;

    /// <summary>The missing member of the object that ends at <see cref="Offset"/>, or null.</summary>
    public string? MissingProperty { get; } = member;
}
