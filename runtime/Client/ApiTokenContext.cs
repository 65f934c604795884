using CfGen.Pipeline;

namespace CfGen;

/// <summary>The reason why a client asks its token provider for an access token.</summary>
public sealed class ApiTokenContext
{
    /// <summary>Creates a context, as a test of a token provider needs it.</summary>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="scopes">The scopes that the document requires for the operation.</param>
    /// <param name="isTokenRefused">True if the server refused the last token.</param>
    public ApiTokenContext(string operationId, IReadOnlyList<string>? scopes = null, bool isTokenRefused = false)
    {
        OperationId = operationId;
        Scopes = scopes ?? [];
        IsTokenRefused = isTokenRefused;
    }

    /// <summary>The <c>operationId</c> of the call that needs the token. Other calls may wait for the same token.</summary>
    public string OperationId { get; }

    /// <summary>
    /// The scopes that the document requires for the operation; empty if it names none. Tokens are kept apart by their scopes.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>True if the server refused the last token with a 401: a provider that keeps tokens itself must get another one.</summary>
    public bool IsTokenRefused { get; }

    /// <summary>The transport of the client; null in a test.</summary>
    internal Transport? Transport { get; init; }

    /// <summary>The URL that a relative token URL belongs to.</summary>
    internal string? BaseUrl { get; init; }

    internal bool AllowInsecureHttp { get; init; }

    internal string? UserAgent { get; init; }

    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
