using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline;

namespace CfGen.Telemetry;

/// <summary>The names and values of attributes, by OpenTelemetry's conventions for HTTP clients.</summary>
internal static class CallTags
{
    public const string Method = "http.request.method";
    public const string OriginalMethod = "http.request.method_original";
    public const string ResendCount = "http.request.resend_count";
    public const string Status = "http.response.status_code";
    public const string Url = "url.full";
    public const string Template = "url.template";
    public const string Address = "server.address";
    public const string Port = "server.port";
    public const string ProtocolVersion = "network.protocol.version";
    public const string ErrorType = "error.type";
    public const string Operation = "cfgen.operation.id";
    public const string ErrorCode = "cfgen.error.code";
    public const string CorrelationId = "cfgen.correlation.id";
    public const string DriftKind = "cfgen.drift.kind";

    /// <summary>The method of a request whose method is not a known one: anything may be in it.</summary>
    public const string OtherMethod = "_OTHER";

    private const int MaxCodeLength = 64;

    private static readonly string[] s_methods = "GET POST PUT DELETE PATCH HEAD OPTIONS TRACE CONNECT QUERY".Split(' ');

    /// <summary>Gets the method, as attributes have it.</summary>
    public static string GetMethod(ApiOperationInfo operation) =>
        Array.IndexOf(s_methods, operation.Method.Method) >= 0 ? operation.Method.Method : OtherMethod;

    /// <summary>
    /// Gets the type of an error: the status of an unsuccessful response, else the type of the exception. Null without an error.
    /// </summary>
    public static string? GetErrorType(Exception? failure) =>
        failure switch
        {
            null => null,
            ApiStatusException { StatusCode: < (System.Net.HttpStatusCode)200 or >= (System.Net.HttpStatusCode)300 } status => (
                (int)status.StatusCode
            ).ToString(CultureInfo.InvariantCulture),
            OperationCanceledException => typeof(OperationCanceledException).FullName, // whatever derives from it
            _ => failure.GetType().FullName,
        };

    /// <summary>
    /// Gets the API's own code of the first error in the body; null if it has none, or one that is a text and not a code, or a credential
    /// that the API repeats.
    /// </summary>
    public static string? GetErrorCode(Exception? failure, ApiMessage? message)
    {
        if (failure is not ApiStatusException { Errors: [{ CodeText: { Length: > 0 and <= MaxCodeLength } code }, ..] })
            return null;
        foreach (char c in code)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or ':' or '/'))
                return null;
        }

        return message?.Redact(code) == code ? code : null;
    }

    /// <summary>Gets the version of HTTP, as attributes have it.</summary>
    public static string GetProtocolVersion(Version version) =>
        (version.Major, version.Minor) switch
        {
            (1, 0) => "1.0",
            (1, 1) => "1.1",
            (2, 0) => "2",
            (3, 0) => "3",
            _ => version.ToString(),
        };
}
