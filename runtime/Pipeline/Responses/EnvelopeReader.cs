using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

/// <summary>Reads the parts of an envelope beside its result. Only callers that return the whole response need one.</summary>
internal sealed class EnvelopeReader
{
    private ErrorList _errors = ErrorList.Empty;
    private ErrorList _messages = ErrorList.Empty;
    private ResultInfo? _resultInfo;

    /// <summary>The envelope; null if the response has none.</summary>
    public ApiEnvelope? Envelope { get; private set; }

    /// <summary>Creates a reader for the responses of an operation; null if they have no envelope.</summary>
    public static EnvelopeReader? CreateFor(ApiOperationInfo operation) =>
        operation.Envelope == EnvelopeKind.None ? null : new EnvelopeReader();

    /// <summary>Reads the current property if it is one of the parts.</summary>
    public void ReadProperty(ref JsonModelReader r)
    {
        if (r.IsProperty("errors"u8))
            _errors = ErrorBodyReader.ReadList(r.Json());
        if (r.IsProperty("messages"u8))
            _messages = ErrorBodyReader.ReadList(r.Json());
        if (r.IsProperty("result_info"u8))
            _resultInfo = ReadResultInfo(r.Json());
    }

    /// <summary>Creates the envelope of the parts that were read.</summary>
    public void Complete(bool success) =>
        Envelope = new ApiEnvelope
        {
            Success = success,
            Errors = _errors.Errors,
            ErrorCount = _errors.Count,
            Messages = _messages.Errors,
            MessageCount = _messages.Count,
            ResultInfo = _resultInfo,
        };

    internal static ResultInfo? ReadResultInfo(JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement cursors = info.TryGetProperty("cursors", out JsonElement c) && c.ValueKind == JsonValueKind.Object ? c : default;
        return new ResultInfo
        {
            Count = ReadNumber(info, "count"),
            Page = ReadNumber(info, "page"),
            PerPage = ReadNumber(info, "per_page"),
            TotalCount = ReadNumber(info, "total_count"),
            TotalPages = ReadNumber(info, "total_pages"),
            Cursor = ReadText(info, "cursor") ?? ReadText(cursors, "after"),
            CursorBefore = ReadText(cursors, "before"),
        };
    }

    private static long? ReadNumber(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number)
            ? number
            : null;

    private static string? ReadText(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
