namespace CfGen.Generator.Model;

/// <summary>
/// The directions in which a type is serialized: a type that is only received has no writer, one that is only sent has no reader.
/// </summary>
[Flags]
internal enum SerializationDirections
{
    None,
    Read,
    Write,
}
