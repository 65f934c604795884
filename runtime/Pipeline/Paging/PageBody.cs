using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen.Pipeline.Paging;

/// <summary>The body of a page, kept for a caller who wants more of it than its items.</summary>
internal sealed class PageBody
{
    private readonly byte[] _json;
    private readonly ApiRequest _request;
    private readonly int _attempts;

    private PageBody(ApiMessage message, byte[] json)
    {
        _json = json;
        _request = message.Request;
        _attempts = message.Attempt;
    }

    /// <summary>Copies the value that holds the items, without its envelope; null if the body has none.</summary>
    public static PageBody? Copy(ApiMessage message)
    {
        string path = message.Request.Operation.Envelope == EnvelopeKind.None ? "" : "result";
        ReadOnlySpan<byte> body = message.Body.Bytes;
        return message.HasValueBody && JsonPathReader.TryFind(body, path, out int start, out int end)
            ? new PageBody(message, body[start..end].ToArray())
            : null;
    }

    /// <summary>Reads the value as a type.</summary>
    /// <exception cref="ApiResponseFormatException">It violates the document.</exception>
    public T Read<T>(ApiResponse response)
        where T : class, IJsonModel<T>
    {
        var r = new JsonModelReader(_json, _request.Settings.IsLenient, _request.Settings.MaxDepth, _request.Settings.SerializerOptions);
        try
        {
            r.ReadFirstToken();
            return T.Read(ref r);
        }
        catch (JsonReadException exception)
        {
            ResponseReader.CountViolation(_request, exception);
            JsonLocation place = JsonLocation.Locate(_json, exception.Offset, exception.MissingProperty);
            throw new ApiResponseFormatException(
                $"{_request.Describe()} returned a page whose body violates the document at {place.Path} (line {place.Line}): {exception.Message}",
                response.Headers,
                exception
            )
            {
                OperationId = _request.Operation.Id,
                Attempts = _attempts,
                StatusCode = response.StatusCode,
                RequestId = response.RequestId,
                JsonPath = place.Path,
                Line = place.Line,
                RawBody = BodyText.DecodeBeginning(_json),
            };
        }
    }
}
