namespace CfGen;

/// <summary>Creates sequences for bodies with one JSON value a line.</summary>
public static class JsonLines
{
    /// <summary>
    /// Returns a sequence of items that exist already. A call with a collection can be retried. Any other sequence is enumerated once.
    /// </summary>
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
