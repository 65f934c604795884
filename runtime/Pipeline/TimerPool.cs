using System.Collections.Concurrent;

namespace CfGen.Pipeline;

/// <summary>Pools the timers of attempts on the system's clock: a timer and its source cost more than the rest of a small call.</summary>
internal sealed class TimerPool(TimeProvider time) : IDisposable
{
    private const int MaxIdle = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();

    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        if (time != TimeProvider.System)
            return new CancellationTokenSource(timeout, time);
        if (!_idle.TryDequeue(out CancellationTokenSource? source))
            source = new CancellationTokenSource();
        source.CancelAfter(timeout);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (time == TimeProvider.System && _idle.Count < MaxIdle && source.TryReset())
            _idle.Enqueue(source);
        else
            source.Dispose();
    }

    public void Dispose()
    {
        while (_idle.TryDequeue(out CancellationTokenSource? source))
            source.Dispose();
    }
}
