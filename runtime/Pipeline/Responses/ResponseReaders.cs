using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

// What the methods of a resource return, a reader each.

/// <summary>Reads the value, or the default of its type if the response has none.</summary>
internal readonly struct ResultReader<T, TCodec> : IResultReader<T>
    where TCodec : struct, IJsonCodec<T>
{
    public static T Read(ApiMessage message) => ResponseReader.ReadValue<T, TCodec>(message, null, out _)!;
}

/// <summary>Reads the value with status, headers and envelope.</summary>
internal readonly struct ResultResponseReader<T, TCodec> : IResultReader<ApiResponse<T>>
    where TCodec : struct, IJsonCodec<T>
{
    public static ApiResponse<T> Read(ApiMessage message)
    {
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
    public static ApiResponse Read(ApiMessage message)
    {
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
    public static ApiResponse<string> Read(ApiMessage message)
    {
        string? text = ResponseReader.ReadText(message, out bool hasValue);
        return ResponseFactory.Create(message, text, hasValue, null);
    }
}

/// <summary>Returns the open body.</summary>
internal readonly struct OpenBodyReader : IResultReader<Stream>
{
    public static bool LeavesOpen => true;

    public static Stream Read(ApiMessage message) => message.Stream!;
}

/// <summary>Returns the open body, with status and headers.</summary>
internal readonly struct OpenBodyResponseReader : IResultReader<ApiResponse<Stream>>
{
    public static bool LeavesOpen => true;

    public static ApiResponse<Stream> Read(ApiMessage message) => ResponseFactory.CreateStreaming(message);
}
