namespace CfGen.Generator.Model;

/// <param name="Result">The type of the result, or of one line or event; null if the response has no body.</param>
/// <param name="ResultNullable">True if null is a documented result.</param>
/// <param name="Accept">The Accept header; empty for JSON.</param>
/// <param name="ResultStatuses">The statuses whose body is the result, if other statuses have a body too; else empty.</param>
/// <param name="SsePayload">The part of an event that the type describes.</param>
internal sealed record ResponseModel(
    TypeRef? Result,
    bool ResultNullable,
    EnvelopeKind Envelope,
    bool ResultRequired,
    ContentKind Kind = ContentKind.Json,
    string Accept = "",
    EquatableArray<int>? ResultStatuses = null,
    SsePayload SsePayload = SsePayload.Data
)
{
    /// <summary>
    /// True if a response of success without a body is an error. Lines, events, texts and bytes may be empty, and JSON of any type may be
    /// null.
    /// </summary>
    public bool IsValueRequired => Kind == ContentKind.Json && Result is not null && Result != TypeRef.Json && !ResultNullable;
}
