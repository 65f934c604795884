using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using CfGen.Pipeline;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Parameters;
using CfGen.Pipeline.Responses;
using CfGen.Validation;

namespace CfGen.CodeGen;

// The call under way: what the send path asks it and tells it.
public sealed partial class ApiRequestBuilder
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private string? _urlText;
    private Uri? _initialUrl;
    private ulong _credentials;
    private string? _token;
    private bool _isTokenRenewed;
    private bool _returnsStream;

    internal BodyBuffer Body;

    internal int Attempts { get; set; }

    internal int RedirectCount { get; set; }

    internal Uri? InitialUrl => _initialUrl;

    internal HttpMethod Method { get; private set; } = HttpMethod.Get;

    internal HttpRequestMessage? Request { get; private set; }

    internal HttpResponseMessage? Response { get; private set; }

    internal Uri? Target { get; private set; }

    internal ApiEnvelope? Envelope { get; set; }

    internal Func<CancellationToken, ValueTask<string>>? TokenProvider { get; private set; }

    internal TimeSpan Timeout => _options?.Timeout ?? Connection.Settings!.Timeout;

    internal int MaxRetries => _options?.MaxRetries ?? Connection.Settings!.MaxRetries;

    internal bool IsSuccess => (int)Response!.StatusCode is >= 200 and < 300;

    /// <summary>Whether the document says that the body of this answer is the operation's value: another 2xx may have another body, or none.</summary>
    internal bool HasValueBody => Operation.ValueStatusCodes is not { } statuses || Array.IndexOf(statuses, (int)Response!.StatusCode) >= 0;

    internal bool ReturnsStream => _returnsStream && IsSuccess && HasValueBody;

    /// <summary>The open body, which is the caller's to read and to dispose.</summary>
    internal ResponseStream? OpenedStream { get; private set; }

    internal bool IsRetryable =>
        Operation.IsIdempotent
        || _options?.IdempotencyKey is not null
        || (_options?.RetryNonIdempotent ?? Connection.Settings!.RetryNonIdempotent);

    /// <summary>Whether the body, if there is one, can be sent (again).</summary>
    internal bool IsBodyReplayable => _streamedBody?.CanSend ?? true;

    /// <summary>What the caller's own stream or sequence threw while it was sent.</summary>
    internal Exception? BodyException => _streamedBody?.SourceException;

    /// <summary>Of the URL that was called first.</summary>
    internal string Origin => BaseUrlNormalizer.GetOrigin(_initialUrl!);

    internal string TargetOrigin => Target is null ? "the server" : BaseUrlNormalizer.GetOrigin(Target);

    /// <summary>Everything that can be wrong before anything is sent, in this order: arguments, credentials, an open line.</summary>
    internal ConnectionSettings Prepare()
    {
        ConnectionSettings settings =
            Connection.Settings
            ?? throw new InvalidOperationException(
                $"{Describe()} was called on a resource without a client: its protected constructor is for mocks, which override the method."
            );
        CheckCustomHeaders();
        if (_violations is not null)
            throw new ApiValidationException(Operation.Id, _violations.All);
        if (_exception is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_exception);
        if (BaseUrl is null)
            throw new ApiConnectionException($"{Describe()} was not sent: {settings.BaseUrlHint} is no absolute http or https URL.")
            {
                OperationId = Operation.Id,
            };
        _credentials = settings.Credentials.Select(Operation);
        _initialUrl = BuildUrl(settings);
        if (_credentials != 0 && !settings.AllowInsecureHttp && BaseUrlNormalizer.IsUnencrypted(_initialUrl))
            throw new ApiCredentialsException(
                $"{Describe()} was not sent: credentials would travel readable to {Origin}. Use https, or set AllowInsecureHttp."
            )
            {
                OperationId = Operation.Id,
            };
        TokenProvider = settings.Credentials.GetTokenProvider(_credentials);
        return settings;
    }

    internal Uri StartAttempt()
    {
        Method = Operation.Method;
        RedirectCount = 0;
        return _initialUrl!;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed by the send path, through Request.")]
    internal HttpRequestMessage BuildRequest(Uri target)
    {
        ConnectionSettings settings = Connection.Settings!;
        Target = target;
        var request = new HttpRequestMessage(Method, target);
        if (!Connection.Transport.IsBorrowed)
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        if (Method == Operation.Method)
            request.Content = BuildContent();

        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("Accept", Operation.Accept);
        headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (Connection.Transport.IsOwned)
            headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        if (
            ReferenceEquals(target, _initialUrl)
            || string.Equals(BaseUrlNormalizer.GetOrigin(target), Origin, StringComparison.OrdinalIgnoreCase)
        )
            AddOriginHeaders(request, settings);
        Request = request;
        return request;
    }

    private HttpContent? BuildContent()
    {
        if (_body is null)
            return _streamedBody?.ToContent();
        var content = new ByteArrayContent(_body);
        if (_mediaType is null)
            content.Headers.ContentType = s_json;
        else
            content.Headers.TryAddWithoutValidation("Content-Type", _mediaType);
        return content;
    }

    internal void AcceptResponse(HttpResponseMessage response) => Response = response;

    internal void SetToken(string token) =>
        _token = CredentialSet.IsValidToken(token)
            ? token
            : throw new ApiCredentialsException(
                $"{Describe()} was not sent: the token provider gave no token, or one with a character that cannot be sent."
            )
            {
                OperationId = Operation.Id,
            };

    internal void AttachStream(Stream body) => OpenedStream = new ResponseStream(body, Request!, Response!);

    /// <summary>The announced length of the body, or 0.</summary>
    internal int GetExpectedLength()
    {
        long length = Response!.Content.Headers.ContentLength ?? 0;
        if (length > Connection.Settings!.MaxResponseBytes)
            throw CreateTooLargeError();
        return (int)length;
    }

    internal void AdvanceBody(int count)
    {
        Body.Advance(count);
        CheckBodyLength(Body.Length);
    }

    internal void CheckBodyLength(int length)
    {
        if (length > Connection.Settings!.MaxResponseBytes)
            throw CreateTooLargeError();
    }

    /// <summary>After a redirect that turns the method into GET, the body stays behind.</summary>
    internal void SwitchToGet() => Method = HttpMethod.Get;

    /// <summary>Forgets the answer of an attempt.</summary>
    internal void Reset()
    {
        Body.Release();
        Response = null;
        Request = null;
    }

    /// <summary>A token that the server refuses may have expired: its provider is asked once more.</summary>
    internal bool TryRenewToken(ApiException failure)
    {
        if (_isTokenRenewed || TokenProvider is null || !IsBodyReplayable || failure is not ApiUnauthorizedException)
            return false;
        _isTokenRenewed = true;
        return true;
    }

    internal string Redact(string text) => Connection.Settings!.Credentials.Redact(text, _token);

    /// <summary>The URL without credentials, for paging.</summary>
    internal string UrlText => _urlText ??= FinishUrl();

    /// <summary>The same call for another page; null: for the page that it asks for as it is.</summary>
    internal ApiRequestBuilder CloneForUrl(string? url) => new(this, url ?? UrlText);

    private Uri BuildUrl(ConnectionSettings settings)
    {
        if (_urlText is not null)
            _url.ContinueFrom(_urlText);
        else
            AppendCommonQuery();
        if (settings.Credentials.TryGetQueryCredential(_credentials, out string key, out string secret))
            _url.AppendParameter(key, secret);
        var url = new Uri(_url.ToString(), s_asWritten); // as written: no dot is resolved, no %2F decoded
        _url.Release();
        return url;
    }

    private string FinishUrl()
    {
        AppendCommonQuery();
        string url = _url.ToString();
        _url.Release();
        return url;
    }

    private void AppendCommonQuery()
    {
        CompletePath();
        if (Connection.Settings is not { } settings)
            return;
        foreach ((string name, string value) in settings.Query)
            _url.AppendParameter(name, value);
        if (_options?.QueryOrNull is not { } query)
            return;
        foreach ((string name, string value) in query)
            _url.AppendParameter(name, value);
    }

    /// <summary>What goes to the origin of the base URL only: parameters, the client's and the call's headers, credentials.</summary>
    private void AddOriginHeaders(HttpRequestMessage request, ConnectionSettings settings)
    {
        if (_headers is not null)
            Add(request, _headers);
        if (_cookies is not null)
        {
            foreach ((string name, string value) in _cookies)
                CookieHeader.Append(request, name, Uri.EscapeDataString(value));
        }

        settings.Credentials.Apply(_credentials, request, _token);
        foreach ((string name, string value) in settings.Headers)
            SetHeader(request, name, value);
        if (_options is null)
            return;
        if (_options.IdempotencyKey is { } key)
            SetHeader(request, Operation.IdempotencyHeader ?? "Idempotency-Key", key);
        if (_options.HeadersOrNull is { } custom)
        {
            foreach ((string name, string value) in custom)
                SetHeader(request, name, value);
        }
    }

    private static void Add(HttpRequestMessage request, List<KeyValuePair<string, string>> headers)
    {
        foreach ((string name, string value) in headers)
        {
            // A header of the content, such as Content-Range.
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static void SetHeader(HttpRequestMessage request, string name, string value)
    {
        HttpHeaders headers = request.Headers;
        if (!headers.NonValidated.Contains(name) && !headers.TryAddWithoutValidation(name, value))
        {
            // A header of the content, such as Content-Type.
            if (request.Content is null)
                return;
            headers = request.Content.Headers;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
            return;
        }

        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private void CheckCustomHeaders()
    {
        CheckHeaders(Connection.Settings!.Headers, "DefaultHeaders");
        if (_options?.HeadersOrNull is { } custom)
            CheckHeaders(custom, "options.Headers");
        if (_options?.IdempotencyKey is { } key && !HeaderFormat.IsValidValue(key))
            (_violations ??= new()).Add(
                new Argument("options.IdempotencyKey", "Idempotency-Key", "header", ""),
                "header value",
                "has a control character, which a header cannot carry"
            );
    }

    private void CheckHeaders(IEnumerable<KeyValuePair<string, string>> headers, string where)
    {
        foreach ((string name, string value) in headers)
        {
            if (!HeaderFormat.IsValidName(name) || value is null || !HeaderFormat.IsValidValue(value))
                (_violations ??= new()).Add(
                    new Argument(
                        $"{where}[\"{StatusMessage.ToSingleLine(name, 60)}\"]",
                        StatusMessage.ToSingleLine(name, 60),
                        "header",
                        ""
                    ),
                    "header",
                    "is no header: the name is no token, or the value has a control character"
                );
        }
    }

    private ApiResponseFormatException CreateTooLargeError() =>
        ResponseFormatError.Create(
            this,
            $"is larger than MaxResponseBytes ({Connection.Settings!.MaxResponseBytes} bytes) and was cut off",
            null,
            null
        );
}
