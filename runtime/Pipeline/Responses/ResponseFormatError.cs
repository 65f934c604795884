using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Responses;

/// <summary>Makes the exception for a body that is not what the document says.</summary>
internal static class ResponseFormatError
{
    public static ApiResponseFormatException Create(ApiRequestBuilder call, string what, JsonLocation? place, Exception? inner)
    {
        HttpResponseMessage response = call.Response!;
        string? id = RequestIdHeader.Read(response.Headers);
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        string type = mediaType is null ? "without a media type" : $"as {StatusMessage.ToSingleLine(call.Redact(mediaType), 100)}";
        string request = id is null ? "" : $" Request id: {StatusMessage.ToSingleLine(call.Redact(id), 100)}.";
        string message =
            $"{call.Describe()} was answered with {StatusMessage.DescribeStatus(response.StatusCode)} {type}, and the body {what}.{request}";
        return new ApiResponseFormatException(call.Redact(message), response.Headers, inner)
        {
            OperationId = call.Operation.Id,
            Attempts = call.Attempts,
            StatusCode = response.StatusCode,
            RequestId = id,
            MediaType = mediaType,
            JsonPath = place?.Path,
            Line = place?.Line,
            RawBody = BodyText.DecodeBeginning(call.Body.Bytes),
        };
    }
}
