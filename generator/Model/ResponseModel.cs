namespace CfGen.Generator.Model;

/// <param name="Result">What the method gives; null where the answer has no body. Of lines, the type of one.</param>
/// <param name="ResultNullable">Whether null is a documented result.</param>
/// <param name="Accept">Media types that are asked for; empty for JSON.</param>
/// <param name="ResultStatuses">The statuses whose body is the result, where others have one too; else empty.</param>
/// <param name="SsePayload">Of events, what the type describes.</param>
internal sealed record ResponseModel(
    TypeRef? Result,
    bool ResultNullable,
    EnvelopeKind Envelope,
    bool ResultRequired,
    ContentKind Kind = ContentKind.Json,
    string Accept = "",
    EquatableArray<int>? ResultStatuses = null,
    SsePayload SsePayload = SsePayload.Data
);
