namespace CfGen.Generator.Model;

/// <summary>Which ways a type goes through JSON: what is only received has no writer, what is only sent no reader.</summary>
[Flags]
internal enum SerializationDirections
{
    None,
    Read,
    Write,
}
