using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>What the reader must remember of the object around the one it is reading.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // never compared: it lives between Begin and End of one reader
public readonly struct JsonObjectState
#pragma warning restore CA1815
{
    internal readonly ulong SeenProperties;
    internal readonly UnknownProperties? UnknownProperties;

    internal JsonObjectState(ulong seen, UnknownProperties? extras)
    {
        SeenProperties = seen;
        UnknownProperties = extras;
    }
}
