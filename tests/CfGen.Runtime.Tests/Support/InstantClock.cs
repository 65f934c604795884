namespace CfGen.Runtime.Tests.Support;

/// <summary>A clock on which every wait is over at once and remembered; it stands still at a known time.</summary>
public sealed class InstantClock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly List<TimeSpan> _waits = [];

    /// <summary>The waits until now, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
                return [.. _waits];
        }
    }

    /// <summary>Waits this long never end.</summary>
    public TimeSpan? EndlessWait { get; init; }

    /// <summary>A wait this long ends at once the first time, and never after that.</summary>
    public TimeSpan? SingleWait { get; init; }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime == EndlessWait)
            return new NoTimer();
        lock (_waits)
        {
            bool again = _waits.Contains(dueTime);
            _waits.Add(dueTime);
            if (again && dueTime == SingleWait)
                return new NoTimer();
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
