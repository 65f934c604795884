using CfGen.Faults.Server;

namespace CfGen.Faults.Calls;

/// <summary>The clients of the run.</summary>
internal enum ClientKind
{
    /// <summary>A token, the system's clock with its pooled timers, no retries.</summary>
    Single,

    /// <summary>A token, a clock that skips delays, two retries, responses up to 1 MB.</summary>
    Retrying,

    /// <summary>A token provider, otherwise as <see cref="Retrying"/>.</summary>
    Provider,

    /// <summary>An API key in the query, otherwise as <see cref="Retrying"/>.</summary>
    Keyed,

    /// <summary>A token over https, with a handler that trusts the server.</summary>
    Secure,

    /// <summary>A borrowed <see cref="HttpClient"/> that follows no redirect.</summary>
    Borrowed,
}

/// <summary>A way of a server, of a token provider or of a caller to misbehave.</summary>
/// <param name="Name">The name of the way. Faults of several operations share it.</param>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Respond">Responds to a request.</param>
/// <param name="Endings">The endings of the call that are right.</param>
internal sealed record Fault(string Name, Operation Operation, Func<Exchange, Task> Respond, params Ending[] Endings)
{
    public ClientKind Client { get; init; }

    /// <summary>The number of requests that the servers have to see; null if the handler may add some.</summary>
    public int? Requests { get; init; }

    /// <summary>True if the server never finishes, so that the timeout has to end the call.</summary>
    public bool IsEndless { get; init; }

    /// <summary>True if the caller's token ends the call.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>The number of results after which the caller stops; null for all.</summary>
    public int? Take { get; init; }

    /// <summary>True if each request must carry the same idempotency key.</summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>The token provider of this call.</summary>
    public Func<Call, CancellationToken, ValueTask<string>>? Provide { get; init; }

    /// <summary>Sets options of the call.</summary>
    public Action<RequestOptions>? Configure { get; init; }

    public override string ToString() => $"{Name} ({Operation})";
}
