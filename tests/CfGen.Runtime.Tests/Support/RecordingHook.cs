namespace CfGen.Runtime.Tests.Support;

/// <summary>A hook that keeps what it sees, and does what a test wants.</summary>
public sealed class RecordingHook(string name = "") : ApiHook
{
    public List<string> Seen { get; init; } = [];

    public List<ApiAttempt> Attempts { get; } = [];

    public Func<ApiAttempt, CancellationToken, ValueTask> Before { get; init; } = static (_, _) => default;

    public Func<ApiAttempt, CancellationToken, ValueTask> After { get; init; } = static (_, _) => default;

    public override ValueTask BeforeAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken)
    {
        Attempts.Add(attempt);
        Seen.Add($"{name}before {attempt.Number} {attempt.Request.Method} {attempt.OperationId} {attempt.PathTemplate}");
        return Before(attempt, cancellationToken);
    }

    public override ValueTask AfterAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken)
    {
        string outcome = attempt.Response is { } response ? $"{(int)response.StatusCode}" : "none";
        Seen.Add($"{name}after {attempt.Number} {outcome} {attempt.Failure?.GetType().Name ?? "ok"}");
        return After(attempt, cancellationToken);
    }
}
