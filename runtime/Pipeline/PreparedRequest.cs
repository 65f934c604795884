using System.Runtime.ExceptionServices;
using CfGen.CodeGen;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>A request that passed every check before sending, with its URL and the security schemes that it is sent with.</summary>
internal readonly struct PreparedRequest
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private PreparedRequest(ApiRequest request, Uri url, ulong schemes)
    {
        Request = request;
        Url = url;
        Schemes = schemes;
        if (request.Operation.IdempotencyHeader is not null)
            IdempotencyKey = Guid.NewGuid().ToString();
        CorrelationId = (request.Options?.CreateCorrelationId ?? request.Settings.CreateCorrelationId)?.Invoke(request);
    }

    public ApiRequest Request { get; }

    /// <summary>The URL of the first HTTP request, credentials in the query included.</summary>
    public Uri Url { get; }

    /// <summary>The security schemes, a bit each.</summary>
    public ulong Schemes { get; }

    /// <summary>
    /// The key of this call, for the header that the document declares for it; null if it declares none. All attempts send the same.
    /// </summary>
    public string? IdempotencyKey { get; }

    /// <summary>The correlation id of this call; null if it has none. All attempts send the same.</summary>
    public string? CorrelationId { get; }

    /// <summary>Checks a request in this order: arguments, base URL, credentials, encryption.</summary>
    /// <exception cref="ApiValidationException">An argument violates the document.</exception>
    /// <exception cref="ApiException">The request cannot be sent.</exception>
    /// <exception cref="InvalidOperationException">The request has no client.</exception>
    public static PreparedRequest Create(ApiRequest request)
    {
        ConnectionSettings settings =
            request.Connection.Settings
            ?? throw new InvalidOperationException(
                $"{request.Describe()} was called on a resource that has no client. The protected constructor is for mocks, which override this method."
            );
        if (request.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        string unsendable = request.Body is { UnsendablePart: { Length: > 0 } part } ? part : request.Operation.UnsendablePart;
        if (unsendable.Length > 0)
            throw new ApiConnectionException(
                $"{StatusMessage.ToSingleLine(request.Describe(), 200)} was not sent: its {unsendable} has a character that HTTP does not allow. Correct {(unsendable == MultipartWriter.HeaderKind ? "its value" : "the document, and build the client again")}."
            )
            {
                OperationId = request.Operation.Id,
            };
        if (request.Connection.GetBaseUrl(request.Operation) is null)
            throw new ApiConnectionException($"{request.Describe()} was not sent: {settings.Servers.Problem}")
            {
                OperationId = request.Operation.Id,
            };
        CredentialSet credentials = settings.Credentials;
        CredentialSelection selection = credentials.Select(request);
        // As written: no dot is resolved, no %2F decoded.
        if (!Uri.TryCreate(credentials.AppendToQuery(selection.Schemes, request.Url), s_asWritten, out Uri? url))
            throw new ApiConnectionException(
                $"{request.Describe()} was not sent: a URL of {request.Url.Length} characters cannot be sent. Pass shorter parameters."
            )
            {
                OperationId = request.Operation.Id,
            };
        if (selection.HasCredential && !settings.AllowInsecureHttp && BaseUrlNormalizer.IsUnencrypted(url))
            throw new ApiCredentialsException(
                $"{request.Describe()} was not sent: credentials would be sent unencrypted to {BaseUrlNormalizer.GetOrigin(url)}. Use https, or set AllowInsecureHttp."
            )
            {
                OperationId = request.Operation.Id,
            };
        return new PreparedRequest(request, url, selection.Schemes);
    }

    /// <summary>Adds the credentials in the query to the URL of a redirect within the origin.</summary>
    public Uri AddCredentials(Uri url)
    {
        string text = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped); // without a fragment, which no request carries
        string complete = Request.Settings.Credentials.AppendToQuery(Schemes, text);
        return ReferenceEquals(text, complete) ? url : new Uri(complete, s_asWritten);
    }
}
