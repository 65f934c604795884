namespace CfGen.Infrastructure;

/// <summary>Makes the exception for a body that is not what the document says.</summary>
internal static class FormatFault
{
    public static ApiResponseFormatException Make(ApiCall call, string what, JsonPlace? place, Exception? inner)
    {
        HttpResponseMessage response = call.Response!;
        string? id = RequestIds.Of(response.Headers);
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        string type = mediaType is null ? "without a media type" : $"as {StatusMessage.OneLine(call.Redact(mediaType), 100)}";
        string request = id is null ? "" : $" Request id: {StatusMessage.OneLine(call.Redact(id), 100)}.";
        string message = $"{call.Describe()} was answered with {StatusMessage.Name(response.StatusCode)} {type}, and the body {what}.{request}";
        return new ApiResponseFormatException(call.Redact(message), response.Headers, inner)
        {
            OperationId = call.Operation.Id,
            Attempts = call.Attempts,
            StatusCode = response.StatusCode,
            RequestId = id,
            MediaType = mediaType,
            JsonPath = place?.Path,
            Line = place?.Line,
            RawBody = BodyText.First(call.Body.Bytes),
        };
    }
}
