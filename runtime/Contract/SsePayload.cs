using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The part of a server-sent event that the document's schema describes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum SsePayload
{
    /// <summary>The JSON in the data of each event.</summary>
    Data,

    /// <summary>
    /// An object of each event's fields (<c>event</c>, <c>data</c>, <c>id</c>, <c>retry</c>); data that is JSON becomes a value, other data
    /// a string.
    /// </summary>
    Fields,

    /// <summary>The same object, with data as a string always.</summary>
    TextFields,

    /// <summary>
    /// An object as <c>SseItem&lt;T&gt;</c> of .NET has it (<c>eventType</c>, <c>data</c>, <c>eventId</c>, <c>reconnectionInterval</c>);
    /// data that is JSON becomes a value, other data a string.
    /// </summary>
    Items,

    /// <summary>The same object, with data as a string always.</summary>
    TextItems,
}
