using CfGen.CodeGen;
using CfGen.Pipeline.Parameters;
using CfGen.Serialization;
using CfGen.Validation;

namespace CfGen.Pipeline;

/// <summary>A complete request. Immutable: all attempts of a call send the same one.</summary>
internal sealed class ApiRequest
{
    public ApiRequest(
        ApiConnection connection,
        ApiOperationInfo operation,
        RequestOptions? options,
        string url,
        List<HeaderParameter>? headers,
        RequestBody? body,
        Exception? error
    )
    {
        Connection = connection;
        Operation = operation;
        Options = options;
        Url = url;
        Headers = headers;
        Body = body;
        Error = error;
    }

    public ApiConnection Connection { get; }

    public ApiOperationInfo Operation { get; }

    public RequestOptions? Options { get; }

    /// <summary>The URL without credentials. It is absolute unless the client has no base URL.</summary>
    public string Url { get; }

    /// <summary>The header and cookie parameters; null if there are none.</summary>
    public List<HeaderParameter>? Headers { get; }

    public RequestBody? Body { get; }

    /// <summary>The reason why the request cannot be sent, such as violations; null if there is none.</summary>
    public Exception? Error { get; }

    /// <summary>The values whose patterns are matched before the request is sent; null if there are none.</summary>
    public PendingPatterns? PendingPatterns { get; init; }

    /// <summary>The client's settings. A request that has none fails before it asks for them.</summary>
    public ConnectionSettings Settings => Connection.Settings!;

    public TimeSpan Timeout => Options?.Timeout ?? Settings.Timeout;

    public TimeSpan IdleTimeout => Options?.IdleTimeout ?? Settings.IdleTimeout;

    public TimeSpan TotalTimeout => Options?.TotalTimeout ?? Settings.TotalTimeout;

    public int MaxRetries => Options?.MaxRetries ?? Settings.MaxRetries;

    /// <summary>True if a second attempt is safe although the server may have seen the first.</summary>
    public bool IsRetryable =>
        Operation.IsIdempotent
        || !string.IsNullOrEmpty(Options?.IdempotencyKey)
        || (Options?.RetryNonIdempotent ?? (Settings.RetryNonIdempotent || Operation.IdempotencyHeader is not null));

    /// <summary>True if the body, if there is one, can be sent (again).</summary>
    public bool IsBodyReplayable => Body?.CanSend ?? true;

    /// <summary>True if the body of the response stays unread where the method can return it so.</summary>
    public bool LeavesBodyOpen => Options?.LeaveBodyOpen ?? false;

    /// <summary>The request of the caller's own that is sent; null for an operation of the document.</summary>
    public HttpRequestMessage? Source { get; init; }

    /// <summary>
    /// True if the URL of the caller's own request has another origin than the base URL: what belongs to the API is not sent.
    /// </summary>
    public bool IsForeign { get; init; }

    /// <summary>Copies the request for another page.</summary>
    public ApiRequest WithUrl(string url) =>
        new(Connection, Operation, Options, url, Headers, Body, Error) { PendingPatterns = PendingPatterns };

    /// <summary>Gets method, template and id, as messages and logs name the call. Never the URL, which holds values.</summary>
    public string Describe() => $"{Operation.Method.Method} {Operation.Path} ({Operation.Id})";
}
