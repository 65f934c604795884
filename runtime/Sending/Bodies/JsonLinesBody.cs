namespace CfGen.Infrastructure;

/// <summary>Items as lines of JSON, each written as the sequence gives it.</summary>
internal sealed class JsonLinesBody<T, TCodec>(IAsyncEnumerable<T> items, string mediaType, Action<object> check) : RequestBody(mediaType)
    where TCodec : struct, IJsonCodec<T>
{
    private static readonly byte[] s_end = "\n"u8.ToArray();

    private bool _begun;

    public override bool CanSend => !_begun || items is IRepeatable { CanRepeat: true };

    public override long? Length => null;

    public override async Task WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        _begun = true;
        IAsyncEnumerator<T> lines = items.GetAsyncEnumerator(cancellationToken);
        await using (lines.ConfigureAwait(false))
        {
            while (await NextAsync(lines).ConfigureAwait(false) is { } line)
            {
                await to.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                await to.WriteAsync(s_end, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<byte[]?> NextAsync(IAsyncEnumerator<T> lines)
    {
        try
        {
            if (!await lines.MoveNextAsync().ConfigureAwait(false))
                return null;
            T item = lines.Current;
            if (item is not null)
                check(item);
            return JsonBody.Write<T, TCodec>(item);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fault = e;
            throw;
        }
    }
}

/// <summary>A sequence that knows whether it can be enumerated again.</summary>
internal interface IRepeatable
{
    bool CanRepeat { get; }
}
