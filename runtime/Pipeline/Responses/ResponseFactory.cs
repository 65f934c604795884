using System.Net;

namespace CfGen.Pipeline.Responses;

/// <summary>Creates the responses that callers receive.</summary>
internal static class ResponseFactory
{
    public static ApiResponse Create(ApiMessage message, ApiEnvelope? envelope) =>
        new(message.Response!.StatusCode, message.Response.Headers)
        {
            Envelope = envelope,
            RawBody = GetRawBody(message),
            ContentHeaders = message.Response.Content.Headers,
            OpenBody = message.Stream,
        };

    public static ApiResponse<T> Create<T>(ApiMessage message, T? value, bool hasValue, ApiEnvelope? envelope) =>
        new(message.Response!.StatusCode, value, hasValue, message.Response.Headers)
        {
            Envelope = envelope,
            RawBody = GetRawBody(message),
            ContentHeaders = message.Response.Content.Headers,
            OpenBody = message.Stream,
        };

    /// <summary>Creates the response of an open body.</summary>
    public static ApiResponse<Stream> CreateStreaming(ApiMessage message)
    {
        HttpResponseMessage response = message.Response!;
        bool hasValue =
            message.Stream is not null && response.StatusCode != HttpStatusCode.NoContent && response.Content.Headers.ContentLength != 0;
        return Create<Stream>(message, message.Stream, hasValue, null);
    }

    private static string? GetRawBody(ApiMessage message) =>
        message.Request.Options?.IncludeRawBody == true ? BodyText.Decode(message.Body.Bytes) : null;
}
