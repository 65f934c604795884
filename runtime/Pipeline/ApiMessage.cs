using CfGen.Pipeline.Responses;
using CfGen.Telemetry;

namespace CfGen.Pipeline;

/// <summary>One attempt to send a request: the HTTP request of the latest redirect, the response and its body.</summary>
/// <param name="request">The request of the call.</param>
/// <param name="previous">The attempt before this one; null for the first.</param>
internal sealed class ApiMessage(ApiRequest request, ApiMessage? previous = null)
{
    /// <summary>The body of the response, as far as it was read.</summary>
    public BodyBuffer Body;

    private bool _isSwitchedToGet;
    private byte _redirectCount; // one message a call: its fields are as small as they can be
    private ushort _sentCount = previous?._sentCount ?? 0;

    // One field for both: the HTTP request is sent and disposed before the observer waits for the response to be read.
    private object? _requestOrObserver;

    public ApiRequest Request { get; } = request;

    /// <summary>The number of this attempt, from 1.</summary>
    public int Attempt { get; } = previous is null ? 1 : previous.Attempt + 1;

    /// <summary>The token of the token provider; null if the request needs none.</summary>
    public string? Token { get; set; }

    /// <summary>The URL of the latest HTTP request; null before the first.</summary>
    public Uri? Target { get; set; }

    public int RedirectCount
    {
        get => _redirectCount;
        set => _redirectCount = (byte)value;
    }

    /// <summary>The number of HTTP requests of the call up to this one, in all its attempts and redirects.</summary>
    public int SentCount
    {
        get => _sentCount;
        set => _sentCount = (ushort)Math.Min(value, ushort.MaxValue);
    }

    /// <summary>The number of HTTP requests of the call that repeated another or followed a redirect.</summary>
    public int ResendCount => Math.Max(0, _sentCount - 1);

    /// <summary>The caller's token, which also ends the reading of a large body.</summary>
    public CancellationToken CallToken { get; init; }

    /// <summary>The latest HTTP request; null before the first, and after a successful attempt.</summary>
    public HttpRequestMessage? HttpRequest
    {
        get => _requestOrObserver as HttpRequestMessage;
        set => _requestOrObserver = value;
    }

    public HttpResponseMessage? Response { get; set; }

    /// <summary>The open body of a streaming response; null if the body is read into <see cref="Body"/>.</summary>
    public ResponseStream? Stream { get; private set; }

    /// <summary>The method of the latest HTTP request: a redirect may have changed it to GET.</summary>
    public HttpMethod Method => _isSwitchedToGet ? HttpMethod.Get : Request.Operation.Method;

    public bool IsSuccess => (int)Response!.StatusCode is >= 200 and < 300;

    /// <summary>
    /// True if the document declares the body of this status as the operation's value: another 2xx may have another body, or none.
    /// </summary>
    public bool HasValueBody =>
        Request.Operation.ValueStatusCodes is not { } statuses || Array.IndexOf(statuses, (int)Response!.StatusCode) >= 0;

    /// <summary>Decides whether the body of a success stays open.</summary>
    public bool LeavesOpen(BodyHandling handling) =>
        handling == BodyHandling.OpenAny || (handling == BodyHandling.OpenValue && HasValueBody);

    /// <summary>The origin of the latest HTTP request, for messages.</summary>
    public string TargetOrigin => Target is null ? "the server" : BaseUrlNormalizer.GetOrigin(Target);

    /// <summary>Removes the body from the next request, after a redirect that changes the method to GET.</summary>
    public void SwitchToGet() => _isSwitchedToGet = true;

    /// <summary>Keeps the body open for the caller.</summary>
    public void OpenStream(Stream body) => Stream = new ResponseStream(body, this);

    /// <summary>Gets the announced length of the body, or 0.</summary>
    public int GetExpectedLength()
    {
        long length = Response!.Content.Headers.ContentLength ?? 0;
        CheckBodyLength(length);
        return (int)length;
    }

    /// <summary>Counts bytes that were read into <see cref="Body"/>.</summary>
    public void AdvanceBody(int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // not every stream looks at its token while it has bytes
        Body.Advance(count);
        CheckBodyLength(Body.Length);
    }

    /// <exception cref="ApiResponseFormatException">The body is larger than the client accepts.</exception>
    public void CheckBodyLength(long length)
    {
        long maximum = Math.Min(Request.Settings.MaxResponseBytes, BodyBuffer.MaxLength);
        if (length > maximum)
            throw ResponseFormatError.Create(this, $"is larger than MaxResponseBytes ({maximum} bytes) and was cut off", null, null);
    }

    /// <summary>Goes on with watching the call until its response is read.</summary>
    public void Observe(CallObserver? observer) => _requestOrObserver = observer;

    /// <summary>Reports the end of the call, once.</summary>
    public void EndCall(Exception? failure = null)
    {
        if (_requestOrObserver is not CallObserver observer)
            return;
        _requestOrObserver = null;
        observer.End(this, failure);
    }

    /// <summary>Reports an exception that ends the call. Always false, so that the exception goes on.</summary>
    public bool ReportFailure(Exception failure)
    {
        EndCall(failure);
        return false;
    }

    /// <summary>Removes the credentials of the client from a text.</summary>
    public string Redact(string text) => Request.Settings.Credentials.Redact(text, this);

    /// <summary>Disposes the HTTP messages; their headers stay readable.</summary>
    public void DisposeHttp()
    {
        HttpRequest?.Dispose();
        Response?.Dispose();
    }

    /// <summary>Disposes a response that will not be read.</summary>
    public void Abandon()
    {
        ReleaseBody();
        Stream?.Dispose();
    }

    /// <summary>Returns the pooled buffer of the body.</summary>
    public void ReleaseBody() => Body.Release();
}
