using System.Runtime.ExceptionServices;
using CfGen.Pipeline;

namespace CfGen;

/// <summary>One attempt of a call, as hooks see it.</summary>
public sealed class ApiAttempt
{
    private HttpRequestMessage? _request;
    private HttpResponseMessage? _response;
    private ReadOnlyMemory<byte> _responseBody;
    private ApiException? _failure;
    private int _redirectCount;

    /// <summary>Creates an attempt, for tests of a hook.</summary>
    /// <param name="operationId">The <c>operationId</c> of the document.</param>
    /// <param name="pathTemplate">The path of the document, with its parameters in braces.</param>
    /// <param name="number">The number of the attempt, from 1.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public ApiAttempt(string operationId, string pathTemplate, int number, HttpRequestMessage request)
        : this(operationId, pathTemplate, number)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        ArgumentNullException.ThrowIfNull(pathTemplate);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
    }

    internal ApiAttempt(string operationId, string pathTemplate, int number) =>
        (OperationId, PathTemplate, Number) = (operationId, pathTemplate, number);

    /// <summary>The <c>operationId</c> of the document.</summary>
    public string OperationId { get; }

    /// <summary>The path of the document, with its parameters in braces. It has no values, and is safe to log.</summary>
    public string PathTemplate { get; }

    /// <summary>The number of the attempt, from 1. Redirects are part of their attempt.</summary>
    public int Number { get; }

    /// <summary>The number of redirects that the attempt has followed.</summary>
    public int RedirectCount
    {
        get => _redirectCount;
        init => _redirectCount = value;
    }

    /// <summary>The latest request of the attempt, with its credentials: do not log its headers or its URL.</summary>
    public HttpRequestMessage Request => _request!;

    /// <summary>The response; null before the attempt, and after one without a response.</summary>
    public HttpResponseMessage? Response
    {
        get => _response;
        init => _response = value;
    }

    /// <summary>The body of the response, decompressed. Empty if the caller streams it. It is valid until the hook returns.</summary>
    public ReadOnlyMemory<byte> ResponseBody
    {
        get => _responseBody;
        init => _responseBody = value;
    }

    /// <summary>The failure of the attempt; null before the attempt and after a success. The next attempt may succeed.</summary>
    public ApiException? Failure
    {
        get => _failure;
        init => _failure = value;
    }

    /// <summary>The <see cref="RequestOptions.State"/> of the call.</summary>
    public object? State { get; init; }

    /// <summary>The correlation id of the call; null if the client sends none.</summary>
    public string? CorrelationId { get; init; }

    internal ApiMessage? Message { get; init; }

    /// <summary>True after the first request was made.</summary>
    internal bool HasRequest => _request is not null;

    /// <summary>The exception that a hook ended the call with; null if none did.</summary>
    internal ExceptionDispatchInfo? HookFault { get; set; }

    internal void SetRequest(HttpRequestMessage request, int redirectCount) => (_request, _redirectCount) = (request, redirectCount);

    internal void SetOutcome(HttpResponseMessage? response, ReadOnlyMemory<byte> body, ApiException? failure) =>
        (_response, _responseBody, _failure) = (response, body, failure);
}
