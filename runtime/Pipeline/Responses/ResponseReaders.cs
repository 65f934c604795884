using System.Net.Http.Headers;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

// What the methods of a resource return, a reader each.

/// <summary>Reads the value, or the default of its type if the response has none.</summary>
internal readonly struct ResultReader<T, TCodec> : IResultReader<T>
    where TCodec : struct, IValueCodec<T>
{
    public static T Read(ApiMessage message) => ResponseReader.ReadValue<T, TCodec>(message, null, out _)!;
}

/// <summary>Reads the value with status, headers and envelope.</summary>
internal readonly struct ResultResponseReader<T, TCodec> : IResultReader<ApiResponse<T>>
    where TCodec : struct, IValueCodec<T>
{
    public static bool MayLeaveOpen => true;

    public static ApiResponse<T> Read(ApiMessage message)
    {
        if (message.Stream is not null)
            return ResponseFactory.Create<T>(message, default, false, null);
        EnvelopeReader? envelope = EnvelopeReader.CreateFor(message.Request.Operation);
        T? value = ResponseReader.ReadValue<T, TCodec>(message, envelope, out bool hasValue);
        return ResponseFactory.Create(message, value, hasValue, envelope?.Envelope);
    }
}

/// <summary>Checks a response that has no value.</summary>
internal readonly struct EmptyReader : IResultReader<bool>
{
    public static bool Read(ApiMessage message)
    {
        ResponseReader.CheckEnvelope(message, null);
        return true;
    }
}

/// <summary>Reads status, headers and envelope of a response that has no value.</summary>
internal readonly struct EmptyResponseReader : IResultReader<ApiResponse>
{
    public static bool MayLeaveOpen => true;

    public static ApiResponse Read(ApiMessage message)
    {
        if (message.Stream is not null)
            return ResponseFactory.Create(message, null);
        EnvelopeReader? envelope = EnvelopeReader.CreateFor(message.Request.Operation);
        ResponseReader.CheckEnvelope(message, envelope);
        return ResponseFactory.Create(message, envelope?.Envelope);
    }
}

/// <summary>Reads the body as text.</summary>
internal readonly struct BodyTextReader : IResultReader<string>
{
    public static string Read(ApiMessage message) => ResponseReader.ReadText(message, out _)!;
}

/// <summary>Reads the body as text, with status and headers.</summary>
internal readonly struct BodyTextResponseReader : IResultReader<ApiResponse<string>>
{
    public static bool MayLeaveOpen => true;

    public static ApiResponse<string> Read(ApiMessage message)
    {
        if (message.Stream is not null)
            return ResponseFactory.Create<string>(message, null, false, null);
        string? text = ResponseReader.ReadText(message, out bool hasValue);
        return ResponseFactory.Create(message, text, hasValue, null);
    }
}

/// <summary>Returns the open body.</summary>
internal readonly struct OpenBodyReader : IResultReader<Stream>
{
    public static BodyHandling Handling => BodyHandling.OpenValue;

    public static Stream Read(ApiMessage message) => message.Stream!;
}

/// <summary>Returns the open body, with status and headers.</summary>
internal readonly struct OpenBodyResponseReader : IResultReader<ApiResponse<Stream>>
{
    public static BodyHandling Handling => BodyHandling.OpenValue;

    public static ApiResponse<Stream> Read(ApiMessage message) => ResponseFactory.CreateStreaming(message);
}

/// <summary>Returns the response to a request of the caller's own, with the open body as its content.</summary>
internal readonly struct HttpResponseReader : IResultReader<HttpResponseMessage>
{
    public static BodyHandling Handling => BodyHandling.OpenAny;

    public static HttpResponseMessage Read(ApiMessage message)
    {
        HttpResponseMessage response = message.Response!;
        var content = new StreamContent(message.Stream!);
        bool isDecoded = Decompression.IsDecoded(message);
        foreach ((string name, HeaderStringValues values) in response.Content.Headers.NonValidated)
        {
            if (!isDecoded || (name is not ("Content-Encoding" or "Content-Length")))
                content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = content;
        response.RequestMessage = GetRequest(message);
        return response;
    }

    /// <summary>
    /// Gets the request of a response: that of the caller, and after a redirect one with the URL of the end. The request that was sent has
    /// the credentials, and whoever logs a response logs its request.
    /// </summary>
    private static HttpRequestMessage GetRequest(ApiMessage message)
    {
        HttpRequestMessage source = message.Request.Source!;
        Uri target = message.Target!;
        if (new Uri(message.Request.Url).GetLeftPart(UriPartial.Path) == target.GetLeftPart(UriPartial.Path) && message.RedirectCount == 0)
            return source;
        var final = new HttpRequestMessage(message.Method, message.Redact(target.AbsoluteUri))
        {
            Version = source.Version,
            VersionPolicy = source.VersionPolicy,
        };
        foreach ((string name, object? value) in (IDictionary<string, object?>)source.Options)
            final.Options.TryAdd(name, value);
        return final;
    }
}
