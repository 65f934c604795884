namespace CfGen.Pipeline.Authentication;

/// <summary>
/// A provider of tokens that says nothing about their validity: it is asked before each attempt, and keeps its tokens itself.
/// </summary>
internal sealed class UncachedTokenSource(string optionName, Func<CancellationToken, ValueTask<string>> provider) : TokenSource(optionName)
{
    protected override ValueTask<string> GetTokenAsync(
        ApiRequest request,
        ulong schemes,
        string? refused,
        CancellationToken cancellationToken
    )
    {
        ValueTask<string> pending = provider(cancellationToken);
        return pending.IsCompleted ? pending : new(WaitAsync(pending.AsTask(), request, cancellationToken));
    }
}
