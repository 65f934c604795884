namespace CfGen.Serialization;

/// <summary>A body with one line of JSON an item. Each line is written when the sequence returns its item.</summary>
internal sealed class JsonLinesBody<T>(IAsyncEnumerable<T> items, string mediaType, Func<T, byte[]> serialize) : RequestBody(mediaType)
{
    private static readonly byte[] s_newLine = "\n"u8.ToArray();

    // RFC 7464: a text sequence has a record separator before each value.
    private static readonly byte[] s_recordSeparator = [0x1E];

    private readonly bool _isSequence = mediaType.Split(';')[0].TrimEnd().EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);

    private bool _hasStarted;

    public override bool CanSend => !_hasStarted || items is IReplayable { IsReplayable: true };

    public override long? Length => null;

    public override async Task WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        _hasStarted = true;
        IAsyncEnumerator<T> lines = items.GetAsyncEnumerator(cancellationToken);
        await using (lines.ConfigureAwait(false))
        {
            while (await SerializeNextAsync(lines).ConfigureAwait(false) is { } line)
            {
                if (_isSequence)
                    await to.WriteAsync(s_recordSeparator, cancellationToken).ConfigureAwait(false);
                await to.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                await to.WriteAsync(s_newLine, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<byte[]?> SerializeNextAsync(IAsyncEnumerator<T> lines)
    {
        try
        {
            return await lines.MoveNextAsync().ConfigureAwait(false) ? serialize(lines.Current) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SourceException = e;
            throw;
        }
    }
}
