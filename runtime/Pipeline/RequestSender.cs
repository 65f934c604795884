using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>Sends a request and reads its response.</summary>
internal static class RequestSender
{
    /// <summary>Returns the value, or the default of its type if the response has none.</summary>
    public static async Task<T> SendForResultAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return ResponseReader.ReadValue<T, TCodec>(message, null, out _)!;
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Returns the value with status, headers and envelope.</summary>
    public static async Task<ApiResponse<T>> SendForResponseAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            EnvelopeReader? envelope = EnvelopeReader.CreateFor(message.Request.Operation);
            T? value = ResponseReader.ReadValue<T, TCodec>(message, envelope, out bool hasValue);
            return ResponseFactory.Create(message, value, hasValue, envelope?.Envelope);
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Sends a request whose response has no value.</summary>
    public static async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            ResponseReader.CheckEnvelope(message, null);
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Sends a request whose response has no value, and returns status, headers and envelope.</summary>
    public static async Task<ApiResponse> SendWithResponseAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            EnvelopeReader? envelope = EnvelopeReader.CreateFor(message.Request.Operation);
            ResponseReader.CheckEnvelope(message, envelope);
            return ResponseFactory.Create(message, envelope?.Envelope);
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Returns the body as text.</summary>
    public static async Task<string> SendForTextAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return ResponseReader.ReadText(message, out _)!;
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Returns the body as text, with status and headers.</summary>
    public static async Task<ApiResponse<string>> SendForTextResponseAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: false, cancellationToken).ConfigureAwait(false);
        try
        {
            string? text = ResponseReader.ReadText(message, out bool hasValue);
            return ResponseFactory.Create(message, text, hasValue, null);
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    /// <summary>Returns the open body.</summary>
    public static async Task<Stream> SendForStreamAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: true, cancellationToken).ConfigureAwait(false);
        message.ReleaseBody();
        return message.Stream!;
    }

    /// <summary>Returns the open body, with status and headers.</summary>
    public static async Task<ApiResponse<Stream>> SendForStreamResponseAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop.SendAsync(request, isStreaming: true, cancellationToken).ConfigureAwait(false);
        try
        {
            return ResponseFactory.CreateStreaming(message);
        }
        finally
        {
            message.ReleaseBody();
        }
    }
}
