using System.Collections.Concurrent;
using System.Globalization;

namespace CfGen.Faults.Calls;

/// <summary>One call of the run: its fault, its options, and what was seen of it on both sides.</summary>
internal sealed class Call(int number, int seed, Fault fault)
{
    private static readonly AsyncLocal<Call?> s_current = new();

    private readonly ConcurrentQueue<string> _problems = new();
    private int _requests;
    private int _processed;
    private int _tokens;
    private string? _idempotencyKey;

    /// <summary>The call whose flow this is; token providers and handlers know no other way.</summary>
    public static Call? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public string Id { get; } = "c" + number.ToString("D6", CultureInfo.InvariantCulture);

    public Fault Fault { get; } = fault;

    /// <summary>The source of what is random in this call.</summary>
    public Random Random { get; } = new(HashCode.Combine(seed, number));

    public RequestOptions? Options { get; set; }

    public CancellationToken Token { get; set; }

    /// <summary>True if the token of the call is canceled at some moment.</summary>
    public bool IsCanceled { get; set; }

    /// <summary>The number of requests that reached a server.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The number of requests with the method of the operation that a server has read completely.</summary>
    public int Processed => Volatile.Read(ref _processed);

    public IEnumerable<string> Problems => _problems;

    public void Report(string problem) => _problems.Enqueue(problem);

    public int CountRequest() => Interlocked.Increment(ref _requests);

    public int CountProcessed() => Interlocked.Increment(ref _processed);

    public int CountToken() => Interlocked.Increment(ref _tokens);

    public RequestOptions CreateRawOptions()
    {
        RequestOptions options = Options ?? new();
        options.IncludeRawBody = true;
        return options;
    }

    /// <summary>Checks that all attempts have the same key.</summary>
    public void CheckIdempotencyKey(string? key)
    {
        string first = Interlocked.CompareExchange(ref _idempotencyKey, key, null) ?? key ?? "";
        if (string.IsNullOrEmpty(key) || key != first)
            Report("The idempotency key is missing or differs between two attempts.");
    }
}
