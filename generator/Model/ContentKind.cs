namespace CfGen.Generator.Model;

/// <summary>The format of a body.</summary>
internal enum ContentKind
{
    Json,

    /// <summary>One JSON value in each line.</summary>
    JsonLines,

    /// <summary>Server-sent events, in responses only.</summary>
    ServerSentEvents,
    Form,
    Multipart,
    Text,
    Stream,
}
