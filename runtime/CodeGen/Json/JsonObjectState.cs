using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The reader's state for the outer object while an inner object is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // never compared: it is passed from ReadStartObject to ReadEndObject
public readonly struct JsonObjectState
#pragma warning restore CA1815
{
    internal readonly ulong SeenProperties;
    internal readonly UnknownProperties? UnknownProperties;

    internal JsonObjectState(ulong seenProperties, UnknownProperties? unknownProperties)
    {
        SeenProperties = seenProperties;
        UnknownProperties = unknownProperties;
    }
}
