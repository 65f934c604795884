namespace CfGen;

/// <summary>Sequences for bodies of one JSON value a line.</summary>
public static class JsonLines
{
    /// <summary>Items that are there already. A call with a collection can be repeated; another sequence is enumerated once.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IAsyncEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new ItemSequence<T>(items);
    }

    private sealed class ItemSequence<T>(IEnumerable<T> items) : IAsyncEnumerable<T>, CfGen.Serialization.IReplayable
    {
        public bool IsReplayable => items is IReadOnlyCollection<T> or ICollection<T>;

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            foreach (T item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }
}
