namespace CfGen.Pipeline.Paging;

/// <summary>Links the tokens of the method and of the enumeration, without a source if one of them is never canceled.</summary>
internal readonly struct LinkedToken : IDisposable
{
    private readonly CancellationTokenSource? _source;

    public LinkedToken(CancellationToken one, CancellationToken two)
    {
        if (one.CanBeCanceled && two.CanBeCanceled && one != two)
            _source = CancellationTokenSource.CreateLinkedTokenSource(one, two);
        Token = _source?.Token ?? (one.CanBeCanceled ? one : two);
    }

    public CancellationToken Token { get; }

    public void Dispose() => _source?.Dispose();
}
