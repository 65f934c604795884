using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CfGen.Pipeline.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CfGen.Telemetry;

/// <summary>Logs the headers and bodies that the options of a client name, without secrets.</summary>
internal sealed partial class ContentLog : ApiHook
{
    private readonly ILogger _logger;
    private readonly CredentialSet _credentials;
    private readonly HashSet<string> _headers;
    private readonly HashSet<string> _operations;

    private ContentLog(ILogger logger, CredentialSet credentials, IEnumerable<string> headers, IEnumerable<string> operations)
    {
        _logger = logger;
        _credentials = credentials;
        _headers = new HashSet<string>(headers, StringComparer.OrdinalIgnoreCase);
        _operations = new HashSet<string>(operations, StringComparer.Ordinal);
    }

    /// <summary>Creates the log; null if the options name nothing, or there is no logger.</summary>
    public static ContentLog? Create(ApiClientOptions options, CredentialSet credentials, ILogger logger)
    {
        IEnumerable<string> headers = options.LoggedHeadersOrNull ?? (IEnumerable<string>)[];
        IEnumerable<string> operations = options.LoggedBodiesOrNull ?? (IEnumerable<string>)[];
        return (headers.Any() || operations.Any()) && !ReferenceEquals(logger, NullLogger.Instance)
            ? new ContentLog(logger, credentials, headers, operations)
            : null;
    }

    public override async ValueTask BeforeAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken)
    {
        if (!_logger.IsEnabled(LogLevel.Information))
            return;
        HttpContent? content = attempt.Request.Content;
        string headers = DescribeHeaders(attempt, attempt.Request.Headers, content?.Headers);
        string body =
            !LogsBody(attempt) || content is null ? ""
            : content is not ByteArrayContent || content.Headers.ContentLength > ContentText.MaxLength ? ContentText.DescribeLength(content)
            : DescribeBody(attempt, await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), content.Headers);
        using IDisposable? scope = CallLog.BeginScope(_logger, attempt.CorrelationId);
        Sending(_logger, attempt.Request.Method.Method, attempt.PathTemplate, attempt.OperationId, attempt.Number, headers, body);
    }

    public override ValueTask AfterAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Response is not { } response || !_logger.IsEnabled(LogLevel.Information))
            return default;
        string headers = DescribeHeaders(attempt, response.Headers, response.Content.Headers);
        string body =
            !LogsBody(attempt) ? ""
            : attempt.Message!.Stream is not null ? "(open)"
            : DescribeBody(attempt, attempt.ResponseBody, response.Content.Headers);
        using IDisposable? scope = CallLog.BeginScope(_logger, attempt.CorrelationId);
        Received(
            _logger,
            attempt.Request.Method.Method,
            attempt.PathTemplate,
            attempt.OperationId,
            attempt.Number,
            (int)response.StatusCode,
            headers,
            body
        );
        return default;
    }

    private bool LogsBody(ApiAttempt attempt) => _operations.Contains(attempt.OperationId) || _operations.Contains("*");

    private string DescribeHeaders(ApiAttempt attempt, HttpHeaders headers, HttpContentHeaders? contentHeaders)
    {
        var text = new StringBuilder();
        AddHeaders(attempt, text, headers);
        if (contentHeaders is not null)
            AddHeaders(attempt, text, contentHeaders);
        return text.ToString();
    }

    private void AddHeaders(ApiAttempt attempt, StringBuilder text, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (!_headers.Contains(name))
                continue;
            string value = values.ToString();
            bool isSecret = SecretNames.IsSecret(name) || _credentials.IsCredential(name, value);
            text.Append(text.Length == 0 ? "" : "; ");
            text.Append(CultureInfo.InvariantCulture, $"{name}: {(isSecret ? "*" : _credentials.CreateHider(attempt.Message!)(value))}");
        }
    }

    private string DescribeBody(ApiAttempt attempt, ReadOnlyMemory<byte> body, HttpContentHeaders headers)
    {
        Func<string, string> hide = _credentials.CreateHider(attempt.Message!);
        return hide(ContentText.Describe(body.Span, headers.ContentType?.MediaType ?? "", hide));
    }

    [LoggerMessage(7, LogLevel.Information, "{Method} {Route} ({Operation}) attempt {Attempt} sends {Headers} {Body}")]
    private static partial void Sending(
        ILogger logger,
        string method,
        string route,
        string operation,
        int attempt,
        string headers,
        string body
    );

    [LoggerMessage(8, LogLevel.Information, "{Method} {Route} ({Operation}) attempt {Attempt} received {Status} {Headers} {Body}")]
    private static partial void Received(
        ILogger logger,
        string method,
        string route,
        string operation,
        int attempt,
        int status,
        string headers,
        string body
    );
}
