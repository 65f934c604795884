using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen;

/// <summary>
/// The envelope of a response, without the result. <see cref="ApiStatusException.TryGetBody{T}"/> reads that of an error.
/// </summary>
public sealed record ApiEnvelope : IJsonModel<ApiEnvelope>
{
    private readonly int _errorCount;
    private readonly int _messageCount;

    /// <summary>True if the API reports success.</summary>
    public bool Success { get; init; }

    /// <summary>The API's errors, at most 100; they are only notes if <see cref="Success"/> is true.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The number of errors in the body.</summary>
    public int ErrorCount
    {
        get => Math.Max(_errorCount, Errors.Count);
        init => _errorCount = value;
    }

    /// <summary>The API's messages, at most 100.</summary>
    public IReadOnlyList<ApiError> Messages { get; init; } = [];

    /// <summary>The number of messages in the body.</summary>
    public int MessageCount
    {
        get => Math.Max(_messageCount, Messages.Count);
        init => _messageCount = value;
    }

    /// <summary>The paging data, or null.</summary>
    public ResultInfo? ResultInfo { get; init; }

    static ApiEnvelope IJsonModel<ApiEnvelope>.Read(ref JsonModelReader r)
    {
        JsonElement body = JsonElementCodec.Read(ref r);
        if (
            body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("success", out JsonElement success)
            || success.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
        )
            throw new JsonReadException("expected an envelope with 'success'", 0);
        ErrorList errors = body.TryGetProperty("errors", out JsonElement list) ? ErrorBodyReader.ReadList(list) : ErrorList.Empty;
        ErrorList messages = body.TryGetProperty("messages", out list) ? ErrorBodyReader.ReadList(list) : ErrorList.Empty;
        return new ApiEnvelope
        {
            Success = success.ValueKind == JsonValueKind.True,
            Errors = errors.Errors,
            ErrorCount = errors.Count,
            Messages = messages.Errors,
            MessageCount = messages.Count,
            ResultInfo = body.TryGetProperty("result_info", out JsonElement info) ? EnvelopeReader.ReadResultInfo(info) : null,
        };
    }
}
