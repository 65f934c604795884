using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The reader's progress in a tuple.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // never compared: it is passed from one call of the reader to the next
public struct JsonTupleState
#pragma warning restore CA1815
{
    /// <summary>The number of items that the reader came to.</summary>
    internal int Count { get; set; }

    /// <summary>True if there are no more items.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>True if the value is no array, which was reported.</summary>
    internal bool IsInvalid { get; set; }
}
