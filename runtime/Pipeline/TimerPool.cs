using System.Collections.Concurrent;

namespace CfGen.Pipeline;

/// <summary>Pools the timers of attempts on the system's clock: a timer and its source cost more than the rest of a small call.</summary>
internal sealed class TimerPool(TimeProvider time) : IDisposable
{
    private const int MaxIdle = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();

    // The one that calls after each other share: an exchange costs less than the queue.
    private CancellationTokenSource? _first;

    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (time != TimeProvider.System)
            return new CancellationTokenSource(timeout, time);
        CancellationTokenSource? source = Interlocked.Exchange(ref _first, null);
        if (source is null && !_idle.TryDequeue(out source))
            source = new CancellationTokenSource();
        source.CancelAfter(timeout);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (time != TimeProvider.System || !source.TryReset())
            source.Dispose();
        else if (Interlocked.CompareExchange(ref _first, source, null) is not null)
            Keep(source);
    }

    private void Keep(CancellationTokenSource source)
    {
        if (_idle.Count < MaxIdle)
            _idle.Enqueue(source);
        else
            source.Dispose();
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _first, null)?.Dispose();
        while (_idle.TryDequeue(out CancellationTokenSource? source))
            source.Dispose();
    }
}
