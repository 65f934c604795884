using System.ComponentModel;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>What the runtime must know of an operation; one static instance an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperationInfo
{
    private PathTemplate? _template;

    /// <summary>An operation of the document.</summary>
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
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>The URL to which the path belongs, where the document gives the operation another server than all; without a slash at the end.</summary>
    public string? ServerUrl { get; init; }

    /// <summary>The alternatives of the security requirement, each a set of schemes needed together (0: anonymous); null or empty where none is needed.</summary>
#pragma warning disable CA1819 // emitted once, read on every call: an array is the cheapest form
    public ulong[]? Security { get; init; }
#pragma warning restore CA1819

    /// <summary>What the answer is wrapped in.</summary>
    public EnvelopeKind Envelope { get; init; }

    /// <summary>Whether the document requires <c>result</c> in the envelope.</summary>
    public bool IsResultRequired { get; init; }

    /// <summary>The permissions that the document lists, named by the message of a 403.</summary>
    public string? Permissions { get; init; }

    /// <summary>The header in which the document takes an idempotency key, or null.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>The media types that the call accepts.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The success statuses whose body is the value, where others have another one; null: all of them.</summary>
#pragma warning disable CA1819 // as Security
    public int[]? ValueStatusCodes { get; init; }
#pragma warning restore CA1819

    internal PathTemplate PathTemplate => _template ??= new PathTemplate(Path);

    /// <summary>Whether the method may be sent twice without an effect of the second (RFC 9110, 9.2.2).</summary>
    internal bool IsIdempotent => Method != HttpMethod.Post && Method != HttpMethod.Patch && Method != HttpMethod.Connect;
}
