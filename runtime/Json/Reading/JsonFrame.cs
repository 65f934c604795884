using System.ComponentModel;

namespace CfGen.Infrastructure;

/// <summary>What the reader must remember of the object around the one it is reading.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // never compared: it lives between Begin and End of one reader
public readonly struct JsonFrame
#pragma warning restore CA1815
{
    internal readonly ulong Seen;
    internal readonly JsonExtras? Extras;

    internal JsonFrame(ulong seen, JsonExtras? extras)
    {
        Seen = seen;
        Extras = extras;
    }
}
