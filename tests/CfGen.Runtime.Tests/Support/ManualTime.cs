namespace CfGen.Runtime.Tests.Support;

/// <summary>A clock that goes on only when a test says so.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _elapsed;

    /// <summary>Called with the time of each timer that starts.</summary>
    public Action<TimeSpan>? TimerStarted { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => InstantClock.Now + _elapsed;

    public override long GetTimestamp() => _elapsed.Ticks;

    public void Advance(TimeSpan time)
    {
        List<Timer> due;
        lock (_timers)
        {
            _elapsed += time;
            due = _timers.FindAll(t => t.Due <= _elapsed);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(t => t.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualTime clock, Action callback) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._timers)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._elapsed + dueTime;
                clock._timers.Add(this);
            }

            // On another thread: the caller does not know its timer yet.
            if (clock.TimerStarted is { } started)
                ThreadPool.UnsafeQueueUserWorkItem(_ => started(dueTime), null);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
