using CfGen.Serialization;

namespace CfGen.Pipeline.Responses;

/// <summary>Creates the exception for a body that the document does not describe.</summary>
internal static class ResponseFormatError
{
    /// <param name="message">The message that holds the response.</param>
    /// <param name="problem">The rest of a sentence about the body, such as <c>is not JSON</c>.</param>
    /// <param name="location">The location in the body, if it is known.</param>
    /// <param name="inner">The cause.</param>
    public static ApiResponseFormatException Create(ApiMessage message, string problem, JsonLocation? location, Exception? inner)
    {
        HttpResponseMessage response = message.Response!;
        string? id = RequestIdHeader.Read(response.Headers);
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        string type = mediaType is null ? "without a media type" : $"as {StatusMessage.ToSingleLine(message.Redact(mediaType), 100)}";
        string request = id is null ? "" : $" Request id: {StatusMessage.ToSingleLine(message.Redact(id), 100)}.";
        string text =
            $"{message.Request.Describe()} returned {StatusMessage.DescribeStatus(response.StatusCode)} {type}, and the body {problem}.{request}";
        return new ApiResponseFormatException(message.Redact(text), response.Headers, inner)
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt,
            StatusCode = response.StatusCode,
            RequestId = id,
            MediaType = mediaType,
            JsonPath = location?.Path,
            Line = location?.Line,
            RawBody = BodyText.DecodeBeginning(message.Body.Bytes),
        };
    }
}
