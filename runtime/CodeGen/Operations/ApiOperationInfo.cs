using System.ComponentModel;
using CfGen.Pipeline;
using CfGen.Pipeline.Parameters;
using CfGen.Telemetry;

namespace CfGen.CodeGen;

/// <summary>An operation of the document. Emitted code has one static instance for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperationInfo
{
    private PathTemplate? _template;
    private string? _baseUrl;
    private string? _unsendablePart;
    private string? _spanName;
    private bool? _hasSecretInPath;

    /// <summary>Creates an operation.</summary>
    /// <param name="id">The <c>operationId</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template.</param>
    public ApiOperationInfo(string id, HttpMethod method, string path)
    {
        Id = id;
        Method = method;
        Path = path;
    }

    /// <summary>The <c>operationId</c>.</summary>
    internal string Id { get; }

    /// <summary>The HTTP method.</summary>
    internal HttpMethod Method { get; }

    /// <summary>The path template.</summary>
    internal string Path { get; }

    /// <summary>
    /// The operation's own base URL, without a slash at its end, or a path below the host of the client's; null if it has the client's. It
    /// can have variables in braces.
    /// </summary>
    public string? ServerUrl { get; init; }

    /// <summary>
    /// The alternatives of the security requirement, each a set of schemes that are sent together (0 for none); null or empty if the
    /// operation needs no credential.
    /// </summary>
#pragma warning disable CA1819 // emitted once, read on every call: an array is the cheapest form
    public ulong[]? Security { get; init; }
#pragma warning restore CA1819

    /// <summary>The scopes of the tokens of each alternative, separated by spaces; null if no alternative has any.</summary>
#pragma warning disable CA1819 // as Security
    public string[]? Scopes { get; init; }
#pragma warning restore CA1819

    /// <summary>The envelope of the response.</summary>
    public EnvelopeKind Envelope { get; init; }

    /// <summary>True if the document requires <c>result</c> in the envelope.</summary>
    public bool IsResultRequired { get; init; }

    /// <summary>True if every documented success has a body with a value that is not null.</summary>
    public bool IsValueRequired { get; init; }

    /// <summary>The permissions that the operation needs; the message of a 403 names them.</summary>
    public string? Permissions { get; init; }

    /// <summary>The header that takes an idempotency key; null if the document declares none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>The media types that the call accepts.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The success statuses whose body is the value; null for all of them.</summary>
#pragma warning disable CA1819 // as Security
    public int[]? ValueStatusCodes { get; init; }
#pragma warning restore CA1819

    /// <summary>
    /// The operation's own base URL as requests have it, with all encoded that a URL cannot have; null if the operation has the client's.
    /// </summary>
    internal string? BaseUrl =>
        ServerUrl is null
            ? null
            : _baseUrl ??=
                (Uri.TryCreate(ServerUrl, UriKind.Absolute, out Uri? url) ? BaseUrlNormalizer.Normalize(url) : null) ?? ServerUrl;

    /// <summary>The part of the document's own text that HTTP does not allow, such as <c>path</c>; empty if it allows all of it.</summary>
    internal string UnsendablePart => _unsendablePart ??= FindUnsendablePart();

    /// <summary>The name of the activity of a call.</summary>
    internal string SpanName => _spanName ??= $"{(CallTags.GetMethod(this) is CallTags.OtherMethod ? "HTTP" : Method.Method)} {Path}";

    /// <summary>True if a parameter of the path is named as a secret.</summary>
    internal bool HasSecretInPath => _hasSecretInPath ??= RedactedUrl.HasSecretName(Path);

    internal PathTemplate PathTemplate => _template ??= new PathTemplate(Path);

    /// <summary>
    /// True if a second request has no further effect, by the method (RFC 9110, 9.2.2). Of a method that is not known it may have one.
    /// </summary>
    internal bool IsIdempotent => IsSafe || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    /// <summary>True if the method only reads (RFC 9110, 9.2.1).</summary>
    internal bool IsSafe =>
        Method == HttpMethod.Get
        || Method == HttpMethod.Head
        || Method == HttpMethod.Options
        || Method == HttpMethod.Trace
        || string.Equals(Method.Method, "QUERY", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the scopes that the first alternative with the schemes requires, separated by spaces.</summary>
    internal string GetScopes(ulong schemes)
    {
        for (int i = 0; i < (Scopes?.Length ?? 0) && i < Security?.Length; i++)
        {
            if ((Security[i] & schemes) == schemes)
                return Scopes![i];
        }

        return "";
    }

    // Emitted code has only text that can be sent, unless it is older than the checks of the generator.
    private string FindUnsendablePart() =>
        HasControlCharacter(Path) ? "path"
        : HasControlCharacter(ServerUrl ?? "") ? "server"
        : IdempotencyHeader is { } header && !HeaderFormat.IsValidName(header) ? "idempotency header"
        : !HeaderFormat.IsValidValue(Accept) ? "Accept header"
        : "";

    private static bool HasControlCharacter(string text)
    {
        foreach (char c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }
}
