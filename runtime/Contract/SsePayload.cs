namespace CfGen.CodeGen;

/// <summary>What the document's schema of <c>text/event-stream</c> describes.</summary>
public enum SsePayload
{
    /// <summary>The JSON in the data of each event.</summary>
    Data,

    /// <summary>An object of each event's fields (<c>event</c>, <c>data</c>, <c>id</c>, <c>retry</c>): data that is JSON is a value, any other a string.</summary>
    Fields,

    /// <summary>The same, where data is a string whatever it holds.</summary>
    TextFields,
}
