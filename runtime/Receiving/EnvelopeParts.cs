using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>The parts of an envelope beside its result, read only where the caller asked for the whole response.</summary>
internal sealed class EnvelopeParts
{
    private IReadOnlyList<ApiError> _errors = [];
    private IReadOnlyList<ApiError> _messages = [];
    private ResultInfo? _info;

    public void Read(ref JsonModelReader r)
    {
        if (r.On("errors"u8))
            _errors = ErrorReader.List(r.Json());
        if (r.On("messages"u8))
            _messages = ErrorReader.List(r.Json());
        if (r.On("result_info"u8))
            _info = Info(r.Json());
    }

    public ApiEnvelope ToEnvelope(bool success) => new() { Success = success, Errors = _errors, Messages = _messages, ResultInfo = _info };

    internal static ResultInfo? Info(JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement cursors = info.TryGetProperty("cursors", out JsonElement c) && c.ValueKind == JsonValueKind.Object ? c : default;
        return new ResultInfo
        {
            Count = Number(info, "count"),
            Page = Number(info, "page"),
            PerPage = Number(info, "per_page"),
            TotalCount = Number(info, "total_count"),
            TotalPages = Number(info, "total_pages"),
            Cursor = Text(info, "cursor") ?? Text(cursors, "after"),
            CursorBefore = Text(cursors, "before"),
        };
    }

    private static long? Number(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    private static string? Text(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
